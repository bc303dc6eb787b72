import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  alert,
  at,
  latency,
  latencyChart,
  ordersVerdict,
  replicas,
  signal,
} from '../__testUtils__/orders';
import { backendError, show } from '../__testUtils__/render';
import { HealthTab } from './HealthTab';

const latencyPanel = () => screen.findByRole('region', { name: 'Latency' });

// The drawing of charts comes later in the browser too; tests don't wait for it to be read.
beforeAll(async () => {
  await import('../charts/Plot');
}, 120_000);

describe('the tab Health', () => {
  it('tells each chart in words, with the same numbers as a table', async () => {
    show(<HealthTab />);
    const panel = await latencyPanel();
    expect(
      await within(panel).findByText(
        /^p95 rose from 229\sms to 496\sms after deploy 7f3c2a1 at/,
      ),
    ).toBeInTheDocument();
    await userEvent.click(within(panel).getByRole('button', { name: 'Table' }));
    const rows = within(
      within(panel).getByRole('table', { name: 'Latency, numbers' }),
    ).getAllByRole('row');
    expect(rows).toHaveLength(6);
    expect(rows[1]).toHaveTextContent(/02480\sms210\sms/);
    expect(rows[3]).toHaveTextContent(/42unknownunknown/);
  });

  it('speaks the values under the crosshair', async () => {
    show(<HealthTab />);
    const panel = await latencyPanel();
    const chart = await within(panel).findByRole('slider', {
      name: /^Latency/,
    });
    chart.focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(chart).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/57: p95 512\sms, p50 200\sms$/),
    );
    await userEvent.keyboard('{ArrowLeft}');
    expect(chart).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/42: p95 unknown, p50 unknown$/),
    );
    expect(within(panel).getAllByRole('listitem')[0]).toHaveTextContent(
      'p95 unknown',
    );
  });

  it('asks for the range and environment of its address, and keeps them there', async () => {
    const series = jest.fn(async () => latencyChart);
    const staging = signal({
      id: 'kubernetes:staging',
      kind: 'workload',
      title: 'Replicas',
      environment: 'staging',
    });
    show(<HealthTab />, {
      path: '/?range=24h&environment=staging',
      api: {
        series,
        verdict: async () => ordersVerdict({ signals: [latency, staging] }),
      },
    });
    await waitFor(() =>
      expect(series).toHaveBeenCalledWith(
        'component:default/orders',
        expect.objectContaining({ chart: 'latency', environment: 'staging' }),
      ),
    );
    const [, query] = (series.mock.calls as unknown[][])[0];
    const { from, to } = query as { from: string; to: string };
    expect(Date.parse(to) - Date.parse(from)).toBe(86_400_000);
    const week = screen.getByRole('button', { name: '7 d' });
    await userEvent.click(week);
    expect(week).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByRole('combobox', { name: 'Environment' })).toHaveValue(
      'staging',
    );
  });

  it('fails by chart only', async () => {
    show(<HealthTab />, {
      api: {
        series: async (_ref, { chart }) => {
          if (chart === 'latency') {
            throw backendError('ServiceUnavailableError', 'Prometheus: 503');
          }
          return { ...latencyChart, chart };
        },
      },
    });
    expect(
      await screen.findByText('Latency: nobody could say'),
    ).toBeInTheDocument();
    expect(
      within(
        await screen.findByRole('region', { name: 'Requests' }),
      ).queryByRole('slider'),
    ).toBeInTheDocument();
  });

  it('lists what runs in all environments, alerts with who muted them, and what was asked', async () => {
    const muted = {
      ...alert,
      silence: { by: 'Priya Raman', until: at('16:00'), comment: 'known' },
    };
    const staging = { ...replicas, id: 's', environment: 'staging' };
    show(<HealthTab />, {
      api: {
        verdict: async () =>
          ordersVerdict({ signals: [staging, replicas, muted] }),
      },
    });
    const workloads = within(
      await screen.findByRole('table', { name: 'Workloads' }),
    ).getAllByRole('row');
    expect(workloads[1]).toHaveTextContent(
      /^productionReplicas of orders.*6 of 6/,
    );
    expect(workloads[2]).toHaveTextContent(/^staging/);
    expect(screen.getByRole('table', { name: 'Alerts' })).toHaveTextContent(
      /OrdersLatencyHighSilenced by Priya Raman until/,
    );
    expect(
      await screen.findByText(/^Asked Prometheus: 12 queries, 0\.[12]\ss$/),
    ).toBeInTheDocument();
  });
});
