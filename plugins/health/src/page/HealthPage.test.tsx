import type { HealthOverview } from '@portico/plugin-health-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { HealthApi } from '../api/healthApiRef';
import { history, overviewOf, service } from '../__testUtils__/services';
import { showHealth } from '../__testUtils__/showHealth';
import { HealthPage } from './HealthPage';

const payouts = service('payouts', {
  state: 'failing',
  headline: 'Error ratio 8.4 %, objective 0.1 %.',
  remark: 'Incident 4412, acknowledged by Sam Idowu 13:24',
  owner: 'group:default/payments',
  onCall: [{ name: 'Sam Idowu', level: 1 }],
  figures: {
    errorBudgetLeft: { value: { value: 0, unit: 'ratio' }, state: 'failing' },
    burnRate: { value: { value: 84, unit: 'multiple' }, state: 'failing' },
    errorRatio: {
      value: { value: 0.084, unit: 'ratio' },
      state: 'failing',
      limit: { value: 0.001, unit: 'ratio' },
    },
    latencyP95Seconds: { none: 'none, no requests' },
  },
  recent: {
    from: new Date(Date.now() - 3_600_000).toISOString(),
    stepSeconds: 60,
    requestsPerSecond: [],
    errorRatio: [0.001, null, 0.084],
    latencyP95Seconds: [],
    errorBudgetLeft: [],
  },
  leading: 'errorRatio',
});
const timesheets = service('timesheets', {
  state: 'unknown',
  headline: 'No metrics and no probe.',
  figures: {},
  missing: [
    { annotation: 'a', example: 'b', title: 'c', text: 'd' },
    { annotation: 'e', example: 'f', title: 'g', text: 'h' },
  ],
});
const three = () => overviewOf([payouts, timesheets, service('cart')]);

function open(
  path = '/health',
  overview: () => Promise<HealthOverview> = async () => three(),
  api: Partial<HealthApi> = {},
) {
  return showHealth(
    <HealthPage />,
    { overview, ...api },
    { path, mountPath: '/health/*' },
  );
}

// A browser scrolls; jsdom says that it can't.
window.scrollTo = () => {};

describe('the page of all services', () => {
  it('says how all are, then what needs attention and why', async () => {
    open();
    expect(
      await screen.findByText('1 of 3 services is failing:'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('img', {
        name: '3 services: 1 failing, 1 unknown, 1 healthy',
      }),
    ).toBeInTheDocument();
    const table = screen.getByRole('table', { name: 'Needs attention first' });
    const [, first, second] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent('Failing payoutspayments');
    expect(first).toHaveTextContent('Error ratio 8.4 %, objective 0.1 %.');
    expect(first).toHaveTextContent('acknowledged by Sam Idowu');
    expect(first).toHaveTextContent(/0\s%84×/);
    expect(
      within(first).getByRole('img', { name: /^Error ratio in the last hour/ }),
    ).toBeInTheDocument();
    expect(
      within(second).getByRole('link', { name: 'Add one of 2 annotations' }),
    ).toHaveAttribute('href', '/catalog/default/component/timesheets');
    expect(second).toHaveTextContent('no objective');
    expect(within(table).queryByText('cart')).not.toBeInTheDocument();
  });

  it('shows everything by team with 90 days, and says which sources are silent', async () => {
    const histories = jest.fn(async (refs: string[]) =>
      Object.fromEntries(refs.map(ref => [ref, history('degraded')])),
    );
    const overview = async () => ({
      ...three(),
      sources: [
        { provider: 'a', title: 'Prometheus', state: 'answered' as const },
        {
          provider: 'b',
          title: 'Argo CD',
          state: 'stale' as const,
          answeredAt: '2026-11-20T14:01:02Z',
          path: '/sources#argocd',
        },
      ],
    });
    open('/health', overview, { histories });
    expect(
      await screen.findByRole('img', { name: 'cart, 90 days: 1 degraded' }),
    ).toBeInTheDocument();
    expect(histories).toHaveBeenCalledTimes(1);
    expect(screen.getByText('1 of 2 sources answered')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /^Argo CD last answered/ }),
    ).toHaveAttribute('href', '/sources#argocd');
    const headings = screen
      .getAllByRole('heading', { level: 3 })
      .map(it => it.textContent);
    expect(headings).toEqual([
      'payments 0 of 1 healthy',
      'commerce 1 of 2 healthy',
    ]);
    expect(screen.getByTitle('none, no requests')).toHaveTextContent('none');
  });

  it('keeps filters in the address and says what would be found without each', async () => {
    open('/health?name=cart&state=failing');
    expect(await screen.findByText('No service is like that')).toBeVisible();
    expect(screen.getByLabelText('Filter by name')).toHaveValue('cart');
    await userEvent.click(
      screen.getByRole('button', { name: 'failing finds 1' }),
    );
    expect(await screen.findByRole('link', { name: 'cart' })).toBeVisible();
    await userEvent.selectOptions(screen.getByLabelText('Team'), 'payments');
    await userEvent.click(
      await screen.findByRole('button', { name: 'name: cart finds 1' }),
    );
    expect(
      (await screen.findAllByRole('link', { name: 'payouts' })).length,
    ).toBeGreaterThan(0);
    expect(screen.getByRole('button', { name: /Failing/ })).toHaveTextContent(
      'Failing 1',
    );
  });

  it('never moves rows under the pointer, and tells readers what has changed', async () => {
    let now = three();
    const { collected } = open('/health', async () => now);
    const table = await screen.findByRole('table', {
      name: 'Needs attention first',
    });
    fireEvent.pointerEnter(table.closest('div')!.parentElement!);
    now = overviewOf([
      service('cart', { state: 'failing' }),
      payouts,
      timesheets,
    ]);
    collected();
    expect(await screen.findByText('cart is now failing')).toBeInTheDocument();
    expect(within(table).getAllByRole('row')).toHaveLength(3);
    await userEvent.click(screen.getByRole('button', { name: 'show' }));
    expect(within(table).getAllByRole('row')[1]).toHaveTextContent('cart');
  });

  it('becomes tiles past two hundred, one tab stop with arrow keys', async () => {
    const many = Array.from({ length: 300 }, (_, at) =>
      service(`s${at}`, at === 0 ? { state: 'degraded' } : {}),
    );
    open('/health', async () => overviewOf(many));
    const group = await screen.findByRole('link', { name: 'commerce' });
    expect(screen.getByRole('button', { name: 'Tiles' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await waitFor(() => expect(group).toHaveAttribute('tabindex', '0'));
    const first = screen.getByRole('link', { name: 's0, degraded' });
    expect(first).toHaveAttribute('tabindex', '-1');
    group.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(first).toHaveFocus();
    expect(group).toHaveAttribute('tabindex', '-1');
    await userEvent.keyboard('{End}');
    expect(screen.getByRole('link', { name: 's299, healthy' })).toHaveFocus();
  });

  it('folds what is healthy in long tables and opens it with the keyboard', async () => {
    const many = Array.from({ length: 300 }, (_, at) =>
      service(`s${at}`, {
        owner: `group:default/t${at % 3}`,
        ...(at === 0 ? { state: 'degraded' as const } : {}),
      }),
    );
    open('/health?view=table', async () => overviewOf(many));
    const group = await screen.findByRole('button', {
      name: 't0 99 of 100 healthy',
    });
    expect(screen.queryByRole('link', { name: 's3' })).not.toBeInTheDocument();
    group.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(await screen.findByRole('link', { name: 's3' })).toBeInTheDocument();
    await userEvent.keyboard('{ArrowLeft}');
    expect(screen.queryByRole('link', { name: 's3' })).not.toBeInTheDocument();
  });

  it('keeps what it knows when health stops answering, and says so', async () => {
    const overview = jest.fn(async () => three());
    const { collected } = open('/health', overview);
    await screen.findByText('1 of 3 services is failing:');
    overview.mockRejectedValue(new Error('503 Service Unavailable'));
    collected();
    expect(await screen.findByText(/^No answer; showing/)).toBeInTheDocument();
    expect(screen.getByText('1 of 3 services is failing:')).toBeVisible();
  });

  it('says when nothing was collected for long', async () => {
    const ago = (minutes: number) =>
      new Date(Date.now() - minutes * 60_000).toISOString();
    open('/health', async () => ({
      ...three(),
      asOf: ago(12),
      nextAt: ago(11),
    }));
    expect(
      await screen.findByText(/^Nothing collected for 12\smin; showing/),
    ).toBeInTheDocument();
  });

  it.each([
    [
      async () => {
        throw new Error('503 Service Unavailable');
      },
      'Unknown: health has not answered',
    ],
    [
      async () => ({ ...overviewOf([]), asOf: undefined }),
      'Nothing is collected yet',
    ],
    [
      async () => overviewOf([]),
      'No service that you may see has a verdict yet',
    ],
  ])('says why there is nothing to show', async (overview, words) => {
    open('/health', overview);
    expect(await screen.findByText(words)).toBeInTheDocument();
  });
});

describe('its other sections', () => {
  it('rolls up by system, domain or team, with the worst and why', async () => {
    const rollups = jest.fn(async () => [
      {
        ref: 'domain:default/payments',
        state: 'failing' as const,
        counts: { failing: 1, degraded: 0, unknown: 0, healthy: 6 },
        worst: [payouts],
      },
      {
        state: 'healthy' as const,
        counts: { failing: 0, degraded: 0, unknown: 0, healthy: 3 },
        worst: [],
      },
    ]);
    open('/health/systems', undefined, { rollups });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Domains' }),
    );
    const table = await screen.findByRole('table', { name: 'Domains' });
    expect(rollups).toHaveBeenLastCalledWith('domain');
    const [, first, second] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent('Failing payments6 of 7');
    expect(first).toHaveTextContent('payouts: Error ratio 8.4 %');
    expect(second).toHaveTextContent('Healthy no domainall 3');
  });

  it('lists objectives, the least budget first, and how one gets one', async () => {
    open('/health/objectives');
    const table = await screen.findByRole('table', { name: 'Objectives' });
    const [, first, second] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent(/payoutspayments99\.90\s% answered0\s%84×/);
    expect(second).toHaveTextContent('cart');
    expect(screen.getByText('1 without an objective')).toBeInTheDocument();
    expect(screen.getByText(/portico\/slo: availability/)).toBeInTheDocument();
  });

  it('fills a wall screen with what is not healthy; Esc leaves it', async () => {
    open('/health/wall');
    expect(
      await screen.findByRole('heading', {
        name: /^1 of 3 services is failing: payouts/,
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('No metrics and no probe.')).toBeInTheDocument();
    expect(screen.queryByText('cart')).not.toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Health' }),
    ).toBeInTheDocument();
  });
});
