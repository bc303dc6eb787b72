import type { HealthSignal } from '@portico/plugin-health-common';
import { signal } from './FakeProvider';

export const errors = signal({ id: 'prometheus:errors' });
export const ready = signal({
  id: 'kubernetes:replicas',
  kind: 'workload',
  title: 'Replicas of orders',
  value: { value: 6, unit: 'count', of: 6 },
});
export const quiet = signal({
  id: 'prometheus:errors',
  value: undefined,
  text: 'none, no requests',
});
export const latency = signal({
  id: 'prometheus:latency-p95',
  kind: 'latency',
  title: 'p95 latency',
  state: 'degraded',
  value: { value: 0.48, unit: 'seconds' },
  limit: { value: 0.3, unit: 'seconds', kind: 'objective' },
  excess: 1.6,
  figure: 'latencyP95Seconds',
  serving: false,
});
export const quick: HealthSignal = {
  ...latency,
  state: 'healthy',
  excess: 0.5,
};
export const connections = signal({
  id: 'prometheus:saturation-db',
  kind: 'saturation',
  title: 'Connections to orders-db',
  state: 'degraded',
  value: { value: 48, unit: 'count', of: 50 },
  limit: { value: 45, unit: 'count', kind: 'limit' },
  excess: 1.07,
  serving: false,
});
export const burn = signal({
  id: 'prometheus:burn-rate',
  kind: 'burn-rate',
  title: 'Error budget burning',
  state: 'failing',
  value: { value: 84, unit: 'multiple' },
  limit: { value: 14.4, unit: 'multiple', kind: 'limit' },
  detail: 'over 5 min; 30× over 1 h; pages at 14.4×',
  excess: 5.8,
  serving: false,
});
export const pods = signal({
  id: 'kubernetes:pods',
  kind: 'workload',
  title: 'Pods of payouts',
  state: 'degraded',
  value: undefined,
  text: '2 of 3',
  detail: '2 of 3 pods restart: OOMKilled',
  excess: 1.7,
  serving: false,
});
export const alert = signal({
  id: 'alertmanager:OrdersLatencyHigh:production',
  kind: 'alert',
  title: 'Alert OrdersLatencyHigh',
  state: 'degraded',
  value: undefined,
  text: 'firing',
  serving: false,
});
export const incident = signal({
  id: 'pagerduty:incident:P1',
  kind: 'incident',
  title: 'Incident 4412',
  state: 'failing',
  value: undefined,
  text: 'triggered',
  serving: false,
});
export const sync = signal({
  id: 'argocd:sync',
  kind: 'deployment',
  title: 'Argo CD sync of campaigns',
  state: 'degraded',
  value: undefined,
  text: 'sync failed',
  detail: 'ConfigMap campaigns-config: invalid key.',
  serving: false,
});
export const probe = signal({
  id: 'probe:answer',
  kind: 'probe',
  title: 'Probe',
  state: 'failing',
  value: undefined,
  text: 'no answer',
});
export const budget = signal({
  id: 'prometheus:error-budget',
  kind: 'error-budget',
  title: 'Error budget',
  state: 'degraded',
  value: { value: 0.04, unit: 'ratio' },
  serving: false,
});
export const gone = signal({
  id: 'prometheus:errors',
  state: 'unknown',
  value: undefined,
  text: 'No metrics since 13:44 UTC',
});
export const silenced = {
  ...alert,
  silence: { by: 'Priya', until: '2026-11-20T16:00:00Z' },
};
