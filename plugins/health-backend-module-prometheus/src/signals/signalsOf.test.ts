import type { HealthSignal } from '@portico/plugin-health-common';
import { settingsFor } from '../__testUtils__/settings';
import { subject } from '../__testUtils__/subjects';
import type { Bracket } from '../query/Boundaries';
import { readTarget } from '../query/readTarget';
import { signalsOf } from './signalsOf';

const NOW = new Date('2026-03-10T12:00:00Z');
const settings = settingsFor('http://prometheus');

/** Signals by name, of an entity with objectives and readings. */
function signals(
  slo: string,
  readings: Record<string, number>,
  bracket: Bracket = { exact: '0.3' },
): Record<string, HealthSignal> {
  const target = readTarget(
    subject('orders', { 'portico/slo': slo }),
    settings,
  );
  if ('problem' in target) throw new Error(target.problem);
  const found = signalsOf({
    target,
    environment: 'production',
    instance: settings.instances[0],
    settings,
    now: NOW,
    read: reading => readings[reading],
    bracketOf: () => bracket,
  });
  return Object.fromEntries(found.map(it => [it.id.split(':')[1], it]));
}

const WINDOWS = ['5m', '30m', '1h', '2h', '6h', '1d', '3d', '28d'];

/** The same rates in all windows, but for those that are given. */
function rates(
  requests: number,
  errors: number,
  more: Record<string, number> = {},
) {
  return {
    ...Object.fromEntries(
      WINDOWS.flatMap(it => [
        [`requests.${it}`, requests],
        [`errors.${it}`, errors],
      ]),
    ),
    ...more,
  };
}

const AVAILABILITY = 'availability=99.9';

describe('signals of Prometheus', () => {
  it('are all healthy where nothing fails', () => {
    const all = signals(AVAILABILITY, rates(100, 0, { 'age:28': 1 }));
    expect(Object.values(all).map(it => it.state)).not.toContain('degraded');
    expect(all['error-budget']).toMatchObject({
      value: { value: 1, unit: 'ratio' },
      figure: 'errorBudgetLeft',
      detail: 'over 28\u00a0days',
    });
    expect(all.errors).toMatchObject({
      serving: true,
      limit: { kind: 'objective', value: 0.001 },
    });
  });

  it.each([
    ['14.4 over 1 h and 5 m', { '1h': 15, '5m': 15 }, 'failing', '5\u00a0min'],
    ['14.4 over 1 h, over by now', { '1h': 15, '5m': 1 }, 'healthy', '5 min'],
    ['14.4 over 5 m alone', { '1h': 2, '5m': 30 }, 'healthy', '5 min'],
    ['6 over 6 h and 30 m', { '6h': 7, '30m': 7 }, 'degraded', '6\u00a0h'],
    ['3 over 1 d and 2 h', { '1d': 4, '2h': 4 }, 'degraded', '1\u00a0day'],
    ['1 over 3 d and 6 h', { '3d': 1.5, '6h': 1.5 }, 'degraded', '3\u00a0days'],
    ['1 over 3 d alone', { '3d': 1.5, '6h': 0.5 }, 'healthy', '5 min'],
  ])('burn by the workbook: %s', (_name, burns, state, over) => {
    const errors = Object.fromEntries(
      Object.entries(burns).map(([window, burn]) => [
        `errors.${window}`,
        100 * 0.001 * burn,
      ]),
    );
    const burn = signals(AVAILABILITY, rates(100, 0, errors))['burn-rate'];
    expect(burn.state).toBe(state);
    expect(burn.detail).toMatch(new RegExp(`^over ${over};`));
    expect((burn.excess ?? 0) >= 1).toBe(state !== 'healthy');
  });

  it('put the error ratio first where the budget burns so fast that somebody is paged', () => {
    const { errors, 'burn-rate': burn } = signals(
      AVAILABILITY,
      rates(100, 8.4),
    );
    expect([errors.state, burn.state]).toEqual(['failing', 'failing']);
    expect(errors.excess).toBeGreaterThan(burn.excess!);
  });

  it('call a single error of little traffic no alarm', () => {
    const one = 1 / 3600;
    const all = signals(
      AVAILABILITY,
      rates(10 / 3600, 0, {
        'errors.5m': 1 / 300,
        'requests.5m': 1 / 300,
        'errors.30m': one * 2,
        'errors.1h': one,
        'errors.6h': one,
      }),
    );
    expect(all.errors).toMatchObject({
      state: 'healthy',
      detail: '1 in 5 min: too few to tell',
    });
    expect(all['burn-rate'].state).toBe('healthy');
  });

  it('call what chance makes of an objective no trouble', () => {
    const near = signals(AVAILABILITY, rates(100, 0, { 'errors.5m': 0.12 }));
    expect(near.errors.state).toBe('healthy');
    const far = signals(AVAILABILITY, rates(100, 0, { 'errors.5m': 0.2 }));
    expect(far.errors).toMatchObject({ state: 'degraded', excess: 2 });
  });

  it('fail without objective only where most requests fail', () => {
    expect(signals('', rates(100, 4)).errors.state).toBe('healthy');
    expect(signals('', rates(100, 6)).errors.state).toBe('degraded');
    expect(signals('', rates(100, 60)).errors.state).toBe('failing');
  });

  it('say that there is no traffic, with no number and no alarm', () => {
    const all = signals(
      `${AVAILABILITY}, latency-p95=300ms`,
      rates(0, 0, { 'quantile:0.95': NaN }),
    );
    expect(all.requests.value).toEqual({ value: 0, unit: 'perSecond' });
    for (const name of ['errors', 'latency-p95', 'error-budget', 'burn-rate']) {
      expect(all[name]).toMatchObject({
        state: 'healthy',
        text: 'none, no requests',
      });
      expect(all[name].value).toBeUndefined();
    }
  });

  it('hold a quantile against its objective, and the others against nothing', () => {
    const all = signals(
      'latency-p95=300ms',
      rates(100, 0, {
        'quantile:0.5': 0.1,
        'quantile:0.95': 0.48,
        'quantile:0.99': 0.9,
        'within:0.3.5m': 80,
      }),
    );
    expect(all['latency-p95']).toMatchObject({
      title: 'p95 latency',
      state: 'degraded',
      figure: 'latencyP95Seconds',
      limit: { value: 0.3, unit: 'seconds', kind: 'objective' },
    });
    expect(all['latency-p95'].excess).toBeCloseTo(1.6);
    expect(all['latency-p99']).toMatchObject({
      state: 'healthy',
      informational: true,
    });
  });

  it('count slow requests between two boundaries in proportion, and say so', () => {
    const readings = rates(100, 0, { 'age:3': 1 });
    for (const window of WINDOWS) {
      Object.assign(readings, {
        [`within:0.25.${window}`]: 90,
        [`within:0.5.${window}`]: 100,
      });
    }
    const budget = signals('latency-p95=300ms', readings, {
      below: { le: '0.25', seconds: 0.25 },
      above: { le: '0.5', seconds: 0.5 },
    })['error-budget-latency-p95'];
    // 92 of 100 are within 300 ms: 8 % are slow, 5 % may be.
    expect(budget).toMatchObject({
      state: 'degraded',
      value: { value: 0, unit: 'ratio' },
      detail:
        'over 3\u00a0days so far; spent 1.6×; no bucket ends at 300\u00a0ms: estimated between 250\u00a0ms and 500\u00a0ms',
    });
  });

  it('say how long a budget lasts', () => {
    const budget = signals(
      AVAILABILITY,
      rates(100, 0, { 'errors.28d': 0.039, 'errors.1h': 0.61, 'age:28': 1 }),
    )['error-budget'];
    expect(budget.value?.value).toBeCloseTo(0.61);
    expect(budget.detail).toBe(
      'over 28\u00a0days; lasts 2.8\u00a0days at this rate',
    );
  });

  it('compare traffic with last week, and show where to look', () => {
    const { requests } = signals(
      '',
      rates(104, 0, { 'requests.lastWeek': 100 }),
    );
    expect(requests.detail).toBe('+4\u00a0% against last week');
    const { searchParams } = new URL(requests.evidence!.url);
    expect(searchParams.get('g0.expr')).toBe(
      'sum (rate(http_server_request_duration_seconds_count{service="orders",environment=~"production|"}[5m]))',
    );
  });

  it('show connections as a number of how many there are', () => {
    const pool = signals('', { 'share:pool': 0.96, 'limit:pool': 50 })[
      'saturation-pool'
    ];
    expect(pool).toMatchObject({
      title: 'Connections',
      state: 'degraded',
      value: { value: 48, unit: 'count', of: 50 },
      limit: { value: 45, unit: 'count', kind: 'limit' },
    });
  });
});
