import type { HealthSignal } from '@portico/plugin-health-common';
import type { Workload } from './types';

/** How long a new workload may take to come up before that is news. */
const STARTING_SECONDS = 300;

/** Pods that a rolling update may take away at a time; Kubernetes' own default. */
const MOST_UNAVAILABLE = 0.25;

type Told = Pick<
  HealthSignal,
  'state' | 'value' | 'limit' | 'text' | 'since' | 'excess' | 'informational'
>;

/** Replicas wanted and ready. None ready is an outage; fewer than wanted is one only in a rollout's absence. */
export function assessReplicas(workload: Workload, now: Date): Told {
  const { metadata, spec, status } = workload;
  const wanted = spec.replicas ?? 1;
  const ready = status?.readyReplicas ?? 0;
  if (wanted === 0) {
    return { state: 'healthy', text: 'scaled to zero', informational: true };
  }
  const told = {
    value: { value: ready, unit: 'count', of: wanted },
    limit: { value: wanted, unit: 'count', kind: 'wanted' },
  } as const;
  if (ready >= wanted) return { ...told, state: 'healthy' };

  const age = (now.getTime() - Date.parse(metadata.creationTimestamp)) / 1000;
  if (ready === 0 && age < STARTING_SECONDS) {
    return { ...told, state: 'unknown', text: 'starting' };
  }
  const away = wanted - ready;
  if (isRollingOut(workload) && away <= Math.ceil(wanted * MOST_UNAVAILABLE)) {
    return { ...told, state: 'healthy', text: 'rolling out' };
  }
  return {
    ...told,
    state: ready === 0 ? 'failing' : 'degraded',
    excess: wanted / Math.max(ready, 0.5),
    since: status?.conditions?.find(
      ({ type, status: is }) => type === 'Available' && is === 'False',
    )?.lastTransitionTime,
  };
}

function isRollingOut({ spec, status }: Workload): boolean {
  const stuck = status?.conditions?.some(
    ({ type, status: is }) => type === 'Progressing' && is === 'False',
  );
  return !stuck && (status?.updatedReplicas ?? 0) < (spec.replicas ?? 1);
}
