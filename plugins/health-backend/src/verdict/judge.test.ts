import type { HealthSignal } from '@portico/plugin-health-common';
import {
  errors,
  ready,
  quiet,
  latency,
  connections,
  burn,
  pods,
  alert,
  incident,
  sync,
  probe,
  budget,
  gone,
  silenced,
} from '../__testUtils__/signals';
import { judge } from './judge';
import { reasonsOf, ruledOutOf } from './ranking';

const now = new Date('2026-11-20T14:02:00Z');
const judged = (signals: HealthSignal[], environment = 'production') =>
  judge({ signals, standings: [], environment, before: {}, now });

const CASES: [string, HealthSignal[], string, string][] = [
  ['all well', [errors, ready], 'healthy', ''],
  [
    'an objective missed',
    [errors, latency],
    'degraded',
    'p95 latency 480 ms, objective 300 ms.',
  ],
  [
    'two limits passed, the farther first',
    [errors, connections, latency],
    'degraded',
    'p95 latency 480 ms, objective 300 ms. 48 of 50 connections to orders-db.',
  ],
  [
    'failing before degraded',
    [errors, pods, burn],
    'failing',
    'Error budget burning 84× over 5 min. 2 of 3 pods restart: OOMKilled.',
  ],
  [
    'an alert behind the number that it is about',
    [errors, alert, connections],
    'degraded',
    '48 of 50 connections to orders-db. Alert OrdersLatencyHigh firing.',
  ],
  [
    'an incident',
    [errors, incident, latency],
    'failing',
    'p95 latency 480 ms, objective 300 ms. Incident 4412 triggered.',
  ],
  [
    'a failed sync',
    [errors, sync],
    'degraded',
    'Argo CD sync of campaigns: sync failed. ConfigMap campaigns-config: invalid key.',
  ],
  ['no answer to the probe', [probe], 'failing', 'Probe: no answer.'],
  ['little budget', [errors, budget], 'degraded', 'Error budget 4.0 % left.'],
  [
    'little budget that burns',
    [
      errors,
      {
        ...burn,
        state: 'degraded',
        value: { value: 1.4, unit: 'multiple' },
        detail: 'over 6 h; 1.4× over 3 days',
      },
      { ...budget, state: 'healthy' },
    ],
    'degraded',
    'Error budget 4.0 % left, burning 1.4× over 6 h.',
  ],
  [
    'an incident alone',
    [errors, incident],
    'failing',
    'Incident 4412 triggered.',
  ],
  ['a muted alert', [errors, silenced], 'healthy', ''],
  [
    'another environment',
    [errors, { ...latency, environment: 'staging' }],
    'healthy',
    '',
  ],
  [
    'mere information',
    [errors, { ...latency, informational: true }],
    'healthy',
    '',
  ],
  ['nothing at all', [], 'unknown', 'No metrics, no workload and no probe.'],
  [
    'no word on serving',
    [{ ...errors, serving: false }],
    'unknown',
    'No metrics, no workload and no probe.',
  ],
  [
    'serving elsewhere only',
    [{ ...errors, environment: 'dev' }],
    'unknown',
    'No metrics, no workload and no probe.',
  ],
  ['metrics that went away', [gone], 'unknown', 'No metrics since 13:44 UTC.'],
  [
    'metrics that went away while pods are ready',
    [gone, ready],
    'unknown',
    'No metrics since 13:44 UTC.',
  ],
  [
    'metrics that went away while the probe answers',
    [gone, ready, { ...probe, state: 'healthy', text: undefined }],
    'healthy',
    '',
  ],
  [
    'a source that is silent for all while pods are ready',
    [
      {
        ...gone,
        stale: { state: 'healthy', lastSeenAt: '2026-11-20T13:36:00Z' },
      },
      ready,
    ],
    'healthy',
    '',
  ],
  [
    'no requests, nobody else to say',
    [quiet],
    'unknown',
    'No requests, and neither workload nor probe to say whether it would answer.',
  ],
  ['no requests, pods ready', [quiet, ready], 'healthy', ''],
];

describe('judge', () => {
  it.each(CASES)('%s', (_what, signals, state, headline) => {
    const found = judged(signals);
    expect([found.state, found.headline.replaceAll('\u00a0', ' ')]).toEqual([
      state,
      headline,
    ]);
  });

  it('lets another environment decide where that is configured', () => {
    expect(judged([{ ...latency, environment: 'live' }], 'live').state).toBe(
      'degraded',
    );
  });

  it('names the sources that are silent', () => {
    const silent = (title: string) => ({
      provider: title,
      title,
      state: 'silent' as const,
    });
    const { headline } = judge({
      signals: [],
      standings: [silent('Prometheus'), silent('Kubernetes')],
      environment: 'production',
      before: {},
      now,
    });
    expect(headline).toBe('Prometheus and Kubernetes do not answer.');
  });

  it('begins when the first of its signals did, and never before what was before', () => {
    const late = { ...latency, since: '2026-11-20T13:55:00.000Z' };
    const early = { ...connections, since: '2026-11-20T13:48:00.000Z' };
    expect(judged([errors, late, early]).since).toBe(early.since);
    const healthy = {
      state: 'healthy' as const,
      since: '2026-11-20T13:50:00.000Z',
    };
    const { since } = judge({
      signals: [errors, late, early],
      standings: [],
      environment: 'production',
      before: { shown: healthy, counted: healthy },
      now,
    });
    expect(since).toBe(healthy.since);
  });

  it('tells of the incident, else of the deploy shortly before', () => {
    const lastDeploy = {
      at: '2026-11-20T13:47:00Z',
      revision: '7f3c2a1',
      environment: 'production',
    };
    const remark = (signals: HealthSignal[], at = lastDeploy.at) =>
      judge({
        signals,
        standings: [],
        environment: 'production',
        lastDeploy: { ...lastDeploy, at },
        before: {},
        now,
      }).remark?.replaceAll('\u00a0', ' ');
    const since = { since: '2026-11-20T13:50:00Z' };
    expect(remark([{ ...latency, ...since }])).toBe(
      'Started 3 min after deploy 7f3c2a1',
    );
    expect(remark([{ ...latency, ...since }], '2026-11-20T12:00:00Z')).toBe(
      undefined,
    );
    expect(remark([{ ...latency, ...since }], '2026-11-20T13:55:00Z')).toBe(
      undefined,
    );
    expect(remark([errors])).toBe(undefined);
    expect(
      remark([latency, { ...incident, text: 'acknowledged by Sam Idowu' }]),
    ).toBe('Incident 4412, acknowledged by Sam Idowu');
  });

  it('shows muted alerts last and what is unknown only where it decides', () => {
    const ids = (signals: HealthSignal[]) =>
      reasonsOf(signals, 'production').map(({ id }) => id);
    expect(ids([silenced, errors, connections, gone])).toEqual([
      connections.id,
      silenced.id,
    ]);
    expect(ids([gone])).toEqual([gone.id]);
    expect(ruledOutOf([errors, ready, gone, silenced], 'production')).toEqual([
      errors,
      ready,
    ]);
  });
});
