import { createHash } from 'node:crypto';
import { withCondition } from '../controllers/conditions';
import type { Condition } from '../objects/types';
import type {
  Container,
  ContainerState,
  ContainerStatus,
  Pod,
  PodStatus,
} from '../objects/workloads';
import { imageId } from './images';

/** Label-like setting of a pod that makes it misbehave: `crash-loop`, `oom`, `memory-leak` or `probe-failure`. */
export const BEHAVIOUR = 'sandbox.portico/behaviour';

/** Behaviour of a pod that serves for a minute and is then killed for memory. */
export const MEMORY_LEAK = 'memory-leak';

export function behaviourOf(pod: Pod): string | undefined {
  return pod.metadata.annotations?.[BEHAVIOUR];
}

function containerId(pod: Pod, name: string, restart: number): string {
  const digest = createHash('sha256')
    .update(`${pod.metadata.uid}/${name}/${restart}`)
    .digest('hex');
  return `containerd://${digest}`;
}

/** A container that waits, for a pod whose node just took it. */
export function waitingContainer(
  container: Container,
  reason = 'ContainerCreating',
): ContainerStatus {
  return {
    name: container.name,
    image: container.image,
    imageID: '',
    ready: false,
    started: false,
    restartCount: 0,
    state: { waiting: { reason } },
    lastState: {},
  };
}

/** The status with one container in another state. */
export function withContainer(
  pod: Pod,
  name: string,
  change: {
    state: ContainerState;
    ready?: boolean;
    restarts?: number;
    lastState?: ContainerState;
  },
): ContainerStatus[] {
  return (pod.status?.containerStatuses ?? []).map(status => {
    if (status.name !== name) return status;
    const restartCount = change.restarts ?? status.restartCount;
    const exists = change.state.running || change.state.terminated;
    return {
      ...status,
      state: change.state,
      lastState: change.lastState ?? status.lastState,
      ready: change.ready ?? false,
      started: Boolean(change.state.running),
      restartCount,
      ...(exists
        ? {
            imageID: imageId(status.image),
            containerID: containerId(pod, name, restartCount),
          }
        : {}),
    };
  });
}

/** Conditions that follow from the containers. */
export function readiness(
  pod: Pod,
  containers: ContainerStatus[],
  now: string,
): Condition[] {
  const unready = containers.filter(status => !status.ready);
  const done = containers.every(status => status.state.terminated);
  const why = {
    reason: done ? 'PodCompleted' : 'ContainersNotReady',
    message: done
      ? undefined
      : `containers with unready status: [${unready
          .map(status => status.name)
          .join(' ')}]`,
  };
  const state = unready.length
    ? ({ status: 'False', ...why } as const)
    : ({ status: 'True' } as const);
  return ['Initialized', 'Ready', 'ContainersReady'].reduce(
    (conditions, type) =>
      withCondition(
        conditions,
        type === 'Initialized' ? { type, status: 'True' } : { type, ...state },
        now,
      ),
    pod.status?.conditions ?? [],
  );
}

/** A whole status from the containers': phase and conditions follow. */
export function podStatusFrom(
  pod: Pod,
  containerStatuses: ContainerStatus[],
  now: string,
): PodStatus {
  const started = containerStatuses.some(
    ({ state, restartCount }) =>
      state.running || state.terminated || restartCount > 0,
  );
  const { restartPolicy = 'Always' } = pod.spec;
  const ended = containerStatuses.every(
    ({ state: { terminated } }) =>
      terminated &&
      (restartPolicy === 'Never' ||
        (restartPolicy === 'OnFailure' && terminated.exitCode === 0)),
  );
  const failed = containerStatuses.some(
    ({ state }) => (state.terminated?.exitCode ?? 0) !== 0,
  );
  const open = started ? 'Running' : 'Pending';
  const outcome = failed ? 'Failed' : 'Succeeded';
  return {
    ...pod.status,
    phase: ended ? outcome : open,
    containerStatuses,
    conditions: readiness(pod, containerStatuses, now),
  };
}

/** https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/ */
export function qosClass(pod: Pod): string {
  const sets = pod.spec.containers.map(container => container.resources ?? {});
  const any = sets.some(
    set =>
      Object.keys(set.requests ?? {}).length ||
      Object.keys(set.limits ?? {}).length,
  );
  if (!any) return 'BestEffort';
  const guaranteed = sets.every(set =>
    ['cpu', 'memory'].every(
      resource =>
        set.limits?.[resource] &&
        (set.requests?.[resource] ?? set.limits[resource]) ===
          set.limits[resource],
    ),
  );
  return guaranteed ? 'Guaranteed' : 'Burstable';
}
