import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  at,
  healthyVerdict,
  latency,
  ordersVerdict,
} from '../__testUtils__/orders';
import { backendError, show } from '../__testUtils__/render';
import { HealthTop } from './HealthTop';

/** The section, once it has its answer. */
async function verdict() {
  await screen.findByRole('list', { name: 'Sources' });
  return screen.getByRole('region', { name: 'Verdict' });
}

describe('the verdict on top of an entity', () => {
  it('says in a sentence how it is, with reasons, limits and evidence', async () => {
    show(<HealthTop />);
    const region = await verdict();
    expect(region).toHaveTextContent(
      /Degraded for .*: p95 latency 480 ms, objective 300 ms\.Started 3\smin after deploy 7f3c2a1/,
    );
    const [first, second] = within(
      within(region).getByRole('list', { name: 'Reasons' }),
    ).getAllByRole('listitem');
    expect(first).toHaveTextContent(
      /^1p95 latency480\sms.*objective 300\sms.*since .*Prometheus/,
    );
    expect(second).toHaveTextContent('Alert OrdersLatencyHighfiring');
    expect(within(first).getByRole('link')).toHaveAttribute(
      'href',
      'http://prometheus/graph',
    );
    expect(region).toHaveTextContent(
      /Ruled out:errors 0\.08\s%, objective 0\.10?\s%/,
    );
    expect(
      within(region).getByRole('list', { name: 'Sources' }),
    ).toHaveTextContent(/Rests on 3 of 4 sourcesArgo CD last answered/);
    expect(
      within(region)
        .getByText(/^Argo CD/)
        .closest('a'),
    ).toHaveAttribute('href', '/sources#argocd');
    expect(
      within(region).getByRole('link', { name: 'Rests on 3 of 4 sources' }),
    ).toHaveAttribute('href', '/sources');
    const events = within(
      await screen.findByRole('list', { name: 'What happened' }),
    ).getAllByRole('listitem');
    expect(events[0]).toHaveTextContent('Deploy 7f3c2a1 to production');
    expect(events[1]).toHaveTextContent('Degraded: p95 latency');
  });

  it('holds each figure against its objective', async () => {
    show(<HealthTop />);
    expect(
      await screen.findByRole('group', { name: 'p95 latency' }),
    ).toHaveTextContent(/over by 60\s%480\smsobjective 300\sms/);
    expect(
      screen.getByRole('group', { name: 'Error ratio' }),
    ).toHaveTextContent(/within0\.08\s%objective 0\.10?\s%/);
    expect(screen.getByRole('group', { name: 'Requests' })).toHaveTextContent(
      /182\sreq\/s176 to 182\sreq\/s in the last hour/,
    );
    expect(
      screen.getByRole('group', { name: 'Error budget left' }),
    ).toHaveTextContent(/28 days61\s%burning 6\.2×/);
  });

  it('adds nothing to healthy, and says what was checked', async () => {
    show(<HealthTop />, { api: { verdict: async () => healthyVerdict() } });
    const region = await verdict();
    expect(region).toHaveTextContent('Healthy.');
    expect(region).toHaveTextContent('Checked:');
    expect(
      screen.queryByRole('list', { name: 'Reasons' }),
    ).not.toBeInTheDocument();
  });

  it('tells none from unknown from zero', async () => {
    show(<HealthTop />, {
      api: {
        verdict: async () =>
          ordersVerdict({
            figures: {
              requestsPerSecond: {
                value: { value: 0, unit: 'perSecond' },
                state: 'healthy',
              },
              errorRatio: { none: 'no requests' },
              latencyP95Seconds: { unknown: 'Prometheus has not answered' },
            },
          }),
      },
    });
    expect(
      await screen.findByRole('group', { name: 'Error ratio' }),
    ).toHaveTextContent('Error rationoneno requests');
    expect(screen.getByRole('group', { name: 'Requests' })).toHaveTextContent(
      /0\sreq\/s/,
    );
    expect(
      screen.getByRole('group', { name: 'p95 latency' }),
    ).toHaveTextContent('unknownPrometheus has not answered');
  });

  it('keeps what was seen last, and says from when', async () => {
    const old = {
      ...latency,
      stale: { state: 'degraded' as const, lastSeenAt: at('14:00:02') },
    };
    show(<HealthTop />, {
      api: { verdict: async () => ordersVerdict({ reasons: [old] }) },
    });
    const region = await verdict();
    expect(region).toHaveTextContent(/Nothing was collected|unreachable/);
    expect(
      within(region).getByRole('list', { name: 'Reasons' }),
    ).toHaveTextContent(/last seen/);
  });

  it('shows the lines that link what is missing', async () => {
    show(<HealthTop />, {
      api: {
        verdict: async () =>
          ordersVerdict({
            missing: [
              {
                annotation: 'portico/metrics-selector',
                example: 'service="orders"',
                title: 'No metrics are linked to orders',
                text: 'They show requests, errors and latency.',
              },
            ],
          }),
      },
    });
    expect(
      await screen.findByText('No metrics are linked to orders'),
    ).toBeInTheDocument();
    expect(
      screen.getByLabelText('Lines for catalog-info.yaml'),
    ).toHaveTextContent(`portico/metrics-selector: 'service="orders"'`);
  });

  it.each([
    ['NotFoundError', 'Nothing was collected for orders yet'],
    ['NotAllowedError', /is for those who may see it/],
    ['ServiceUnavailableError', 'Unknown: nobody could say how orders is'],
  ])('says why there is no verdict: %s', async (name, words) => {
    show(<HealthTop />, {
      api: { verdict: jest.fn().mockRejectedValue(backendError(name, 'why')) },
    });
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('is told of changes while it is open', async () => {
    const listeners: ((message: object) => void)[] = [];
    const subscribe = jest.fn((_channel: string, onMessage) => {
      listeners.push(onMessage);
      return { unsubscribe: () => {} };
    });
    const answers = [ordersVerdict(), healthyVerdict()];
    show(<HealthTop />, {
      signals: { subscribe },
      api: { verdict: async () => answers.shift() ?? healthyVerdict() },
    });
    expect(await verdict()).toHaveTextContent('Degraded');
    expect(subscribe).toHaveBeenCalledWith('health', expect.anything());
    act(() => listeners.forEach(tell => tell({ asOf: at('14:03:31') })));
    expect(await screen.findByText('Healthy.')).toBeInTheDocument();
    expect(
      await screen.findByText('orders is now healthy'),
    ).toBeInTheDocument();
  });
});

describe('ways out', () => {
  it('asks what a silence needs, gives it, and says what came of it', async () => {
    const respond = jest.fn(async () => ({
      message: 'Silenced until 16:00 UTC',
    }));
    show(<HealthTop />, { api: { respond } });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Silence OrdersLatencyHigh…' }),
    );
    const dialog = screen.getByRole('dialog', {
      name: 'Silence OrdersLatencyHigh?',
    });
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Why/ }),
      'known, being fixed',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Silence OrdersLatencyHigh' }),
    );
    expect(
      await screen.findByText('Silenced until 16:00 UTC'),
    ).toBeInTheDocument();
    expect(respond).toHaveBeenCalledWith('component:default/orders', {
      id: 'alertmanager:silence:f1',
      comment: 'known, being fixed',
      durationMinutes: 60,
    });
  });

  it('keeps the dialog open where nothing was done', async () => {
    show(<HealthTop />, {
      api: {
        respond: jest
          .fn()
          .mockRejectedValue(backendError('Error', 'Alertmanager: 503')),
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /Silence/ }),
    );
    await userEvent.type(screen.getByRole('textbox', { name: /Why/ }), 'x');
    await userEvent.click(
      screen.getByRole('button', { name: 'Silence OrdersLatencyHigh' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Nothing was done. Alertmanager: 503',
    );
  });

  it('says whose it is where it is not the viewer’s', async () => {
    show(<HealthTop />);
    const button = await screen.findByRole('button', {
      name: 'Page Priya Raman',
    });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription(
      'Paging is for commerce and platform.',
    );
    expect(screen.getByRole('link', { name: /^Roll back/ })).toHaveAttribute(
      'href',
      '/create/templates/default/rollback',
    );
  });
});
