import type { ControllerContext } from '../controllers/Controller';
import type { Container, ContainerStatus, Pod } from '../objects/workloads';
import { later, setContainer } from './containers';

/** How a container ends. */
export interface Crash {
  exitCode: number;
  /** `Error`, `OOMKilled` or `Completed`. */
  reason: string;
}

/** Ends a running container. */
export function crash(
  pod: Pod,
  container: Container,
  how: Crash,
  context: ControllerContext,
): void {
  const status = pod.status?.containerStatuses?.find(
    candidate => candidate.name === container.name,
  );
  const running = status?.state.running;
  if (!running) return;
  const terminated = {
    ...how,
    startedAt: running.startedAt,
    finishedAt: context.time.timestamp(),
    containerID: status.containerID,
  };
  setContainer(pod, container, { state: { terminated } }, context);
  if (how.reason === 'OOMKilled') noteKill(pod, container, context);
}

/** The event of the node that the kernel killed on, as node-problem-detector writes it. */
function noteKill(
  pod: Pod,
  container: Container,
  { objects, events }: ControllerContext,
) {
  const node = objects.get('nodes', undefined, pod.spec.nodeName ?? '');
  if (!node) return;
  events.record(node, {
    reason: 'OOMKilling',
    message: `Memory cgroup out of memory: Killed process of container ${container.name} in pod ${pod.metadata.namespace}/${pod.metadata.name}`,
    component: 'kernel-monitor',
    warning: true,
  });
}

/** Lets a container that ended and is to run on wait for its next start, after a growing pause. */
export function restart(
  pod: Pod,
  container: Container,
  status: ContainerStatus,
  context: ControllerContext,
): void {
  const { terminated } = status.state;
  const { restartPolicy = 'Always' } = pod.spec;
  const mayRun =
    restartPolicy === 'Always' ||
    (restartPolicy === 'OnFailure' && terminated?.exitCode !== 0);
  if (!mayRun || !terminated) return;
  const { name } = container;
  later(pod, container, 'loop', 500, context, current => {
    const restarts = status.restartCount + 1;
    const seconds = Math.min(300, 10 * 2 ** (restarts - 1));
    const { metadata } = current;
    const where = `${metadata.name}_${metadata.namespace}(${metadata.uid})`;
    const message = `back-off ${formatSeconds(
      seconds,
    )} restarting failed container=${name} pod=${where}`;
    context.events.record(current, {
      reason: 'BackOff',
      message: `Back-off restarting failed container ${name} in pod ${where}`,
      component: 'kubelet',
      warning: true,
    });
    const state = { waiting: { reason: 'CrashLoopBackOff', message } };
    const change = { state, restarts, lastState: { terminated } };
    setContainer(current, container, change, context);
  });
}

/** `10s`, `1m20s`, as Go prints durations. */
function formatSeconds(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes ? `${minutes}m${seconds % 60}s` : `${seconds}s`;
}
