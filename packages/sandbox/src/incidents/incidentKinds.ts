import type { IncidentKind } from './Incident';

/** What each kind does to a component's production, in a sentence for people. */
export const INCIDENT_KINDS: Readonly<Record<IncidentKind, string>> = {
  latency:
    'Requests get slow, to 1.6 times the objective at p95, and 48 of 50 connections to the database are used.',
  errors: 'One request in twelve fails with 500.',
  'crash-loop':
    'One or two pods are killed for memory again and again, and one request in twelve fails.',
  saturation:
    'The heap grows to 93 % of its limit within a minute; requests are served as ever.',
  'no-metrics':
    'Prometheus finds the pods no more: their series end. The pods stay ready.',
  'sync-failed':
    'Git holds a ConfigMap that Kubernetes refuses: Argo CD can not sync. What runs goes on.',
  'no-traffic': 'Nobody sends requests any more; counters stand still.',
};

export function isIncidentKind(value: unknown): value is IncidentKind {
  return typeof value === 'string' && Object.hasOwn(INCIDENT_KINDS, value);
}
