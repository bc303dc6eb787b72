import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { backendError, showSources } from '../__testUtils__/showSources';
import {
  ago,
  fourSources,
  silentArgocd,
  source,
} from '../__testUtils__/sources';

// Its answers are cached between tests, so what it answers is given by each.
jest.mock('@backstage/plugin-permission-react', () => ({
  ...jest.requireActual('@backstage/plugin-permission-react'),
  usePermission: jest.fn(),
}));

const scrolled = jest.fn();
const rowOf = async (name: RegExp) =>
  (await screen.findByRole('rowheader', { name })).closest('tr')!;

beforeEach(() => {
  // jsdom has no layout to scroll.
  Element.prototype.scrollIntoView = function scrollIntoView() {
    scrolled(this.id);
  };
  scrolled.mockClear();
});

describe('the page of sources', () => {
  it('answers first, then gives a row to each', async () => {
    showSources({ list: fourSources(silentArgocd()) });
    const [sentence] = await screen.findAllByText(/^Argo CD has not answered/);
    expect(sentence).toBeInTheDocument();
    expect(await rowOf(/Prometheus/)).toHaveTextContent(
      /Prometheus mini-org.*Answers.*5\sh.*64\sms.*valid.*62 of 64 entities, health/,
    );
    const row = await rowOf(/Argo CD/);
    expect(row).toHaveTextContent(/Unreachable.*12\smin.*unknown/);
    // The reason stands below without opening anything.
    expect(row.nextSibling).toHaveTextContent('answered 503.');
    expect(screen.getByText(/^Live · as of/)).toBeInTheDocument();
  });

  it('opens a row to all that is known, with the key to copy', async () => {
    const user = userEvent.setup();
    const copy = jest.spyOn(navigator.clipboard, 'writeText');
    showSources();
    await user.click(await screen.findByRole('button', { name: /Prometheus/ }));
    expect(screen.getByText('What Prometheus knows.')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /prometheus\.mini-org/ }),
    ).toHaveAttribute('href', 'https://prometheus.mini-org.example');
    await user.click(
      screen.getByRole('button', { name: 'Copy prometheus.instances' }),
    );
    expect(copy).toHaveBeenCalledWith('prometheus.instances');
  });

  it('looks at a source at once, and shows what came of it', async () => {
    const list = jest
      .fn()
      .mockResolvedValueOnce(fourSources(silentArgocd()))
      .mockResolvedValue(fourSources(source('argocd', 'Argo CD')));
    const api = showSources({ list, path: '/sources#argocd' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Check now' }),
    );
    expect(api.check).toHaveBeenCalledWith('argocd:mini-org');
    const [sentence] = await screen.findAllByText('All 5 sources answer.');
    expect(sentence).toBeInTheDocument();
  });

  it('looks at all of them, and says what failed', async () => {
    const api = showSources({
      check: async () => {
        throw backendError('Error', 'The database is gone.');
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Check all now' }),
    );
    expect(api.check).toHaveBeenCalledTimes(4);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Not every source could be looked at. The database is gone.',
    );
  });

  it('goes to the rows that a link names, opens and marks them', async () => {
    showSources({ path: '/sources#okta' });
    const first = await rowOf(/Okta catalog/);
    expect(scrolled).toHaveBeenCalledWith('okta');
    expect(first).toHaveAttribute('aria-current', 'true');
    expect(within(first).getByRole('button')).toHaveFocus();
    expect(within(first).getByRole('button')).toHaveAttribute(
      'aria-expanded',
      'true',
    );
    expect(await rowOf(/GitHub/)).not.toHaveAttribute('aria-current');
  });

  it('says so where a link names what is no system', async () => {
    showSources({ path: '/sources#probe' });
    expect(await screen.findByRole('status')).toHaveTextContent(
      '“probe” is no system of its own',
    );
  });

  it('shows the platform team the keys of what is not connected', async () => {
    showSources();
    expect(await rowOf(/PagerDuty/)).toHaveTextContent('health.pagerduty');
  });

  it('tells others whom to ask, and leaves looking to the platform team', async () => {
    showSources({ mayCheck: false, path: '/sources#github' });
    expect(await rowOf(/PagerDuty/)).not.toHaveTextContent('health.pagerduty');
    expect(screen.getByText(/ask the platform team/)).toBeInTheDocument();
    const button = screen.getByRole('button', { name: 'Check now' });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription(/platform team’s to ask for/);
    expect(screen.queryByRole('button', { name: /Check all/ })).toBeNull();
  });
});

describe('without an answer', () => {
  it('keeps what it knows and says its age', async () => {
    const list = jest
      .fn()
      .mockResolvedValueOnce(fourSources())
      .mockRejectedValue(backendError('Error', '503 Service Unavailable'));
    showSources({ list });
    await rowOf(/GitHub/);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(await screen.findByText(/^No answer; showing/)).toBeInTheDocument();
    expect(await rowOf(/GitHub/)).toBeVisible();
  });

  it('says when nothing was looked at for long', async () => {
    const { items, unused } = fourSources();
    const old = items.map(item => ({
      ...item,
      check: { ...item.check!, at: ago(9) },
    }));
    showSources({ list: { items: old, unused } });
    expect(
      await screen.findByText(/^Nothing looked at for 9\smin; showing/),
    ).toBeInTheDocument();
  });

  it.each([
    ['NotAllowedError', 'Your role does not see sources'],
    ['Error', 'Unknown: the sources could not be read'],
  ])('says why there is nothing to show: %s', async (name, words) => {
    showSources({
      list: async () => {
        throw backendError(name, 'So it is.');
      },
    });
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(screen.getByText('So it is.')).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('table')).toBeNull());
  });

  it('takes away what was seen from whom it is no longer for', async () => {
    const list = jest
      .fn()
      .mockResolvedValueOnce(fourSources())
      .mockRejectedValue(backendError('NotAllowedError', 'Not for you.'));
    showSources({ list });
    await rowOf(/GitHub/);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(await screen.findByText('Not for you.')).toBeInTheDocument();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('says that nothing is connected, and what could be', async () => {
    showSources({ list: { ...fourSources(), items: [] } });
    expect(
      await screen.findByText('Portico is connected to nothing yet'),
    ).toBeInTheDocument();
    expect(await rowOf(/PagerDuty/)).toBeInTheDocument();
  });
});
