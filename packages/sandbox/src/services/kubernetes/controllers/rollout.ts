import { createHash } from 'node:crypto';
import type { Deployment, Pod, PodTemplate } from '../objects/workloads';

/** Label that tells the pods of one template from another's. */
export const TEMPLATE_HASH = 'pod-template-hash';

/** Ten letters and digits that stand for a pod template. */
export function templateHash(template: PodTemplate): string {
  const digest = createHash('sha1').update(JSON.stringify(template)).digest();
  const letters = 'bcdf456789';
  return [...digest.subarray(0, 10)].map(b => letters[b % 10]).join('');
}

/** A count or a percentage of the replicas, as `maxSurge` (rounded up) and `maxUnavailable` (rounded down) are given. */
export function share(
  value: number | string | undefined,
  replicas: number,
  round: (value: number) => number,
): number {
  if (typeof value === 'number') return value;
  const percent = parseFloat(value ?? '25%');
  return round((percent / 100) * replicas);
}

/** How many pods a rolling update may add and miss. */
export function rolloutBounds(deployment: Deployment): {
  surge: number;
  unavailable: number;
} {
  const { replicas = 1, strategy } = deployment.spec;
  const { maxSurge, maxUnavailable } = strategy?.rollingUpdate ?? {};
  const surge = share(maxSurge, replicas, Math.ceil);
  const unavailable = share(maxUnavailable, replicas, Math.floor);
  return surge + unavailable === 0
    ? { surge, unavailable: 1 }
    : { surge, unavailable };
}

const HOPELESS = [
  'ImagePullBackOff',
  'ErrImagePull',
  'InvalidImageName',
  'CreateContainerConfigError',
  'CrashLoopBackOff',
];

/** Whether this pod will not become ready by waiting. */
export function isHopeless(pod: Pod): boolean {
  const { conditions = [], containerStatuses = [] } = pod.status ?? {};
  return (
    conditions.some(condition => condition.reason === 'Unschedulable') ||
    pod.metadata.annotations?.['sandbox.portico/behaviour'] ===
      'probe-failure' ||
    containerStatuses.some(({ state }) =>
      HOPELESS.includes(state.waiting?.reason ?? ''),
    )
  );
}
