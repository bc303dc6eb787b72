import type { ControllerContext } from '../controllers/Controller';
import type { Container, ContainerStatus, Pod } from '../objects/workloads';
import { configError, mountError } from './configErrors';
import { crash, restart, type Crash } from './crashes';
import { imageProblem, imageSize } from './images';
import { currentOf } from './currentOf';
import {
  behaviourOf,
  MEMORY_LEAK,
  podStatusFrom,
  withContainer,
} from './podStatus';

const PULL_MS = 700;
const START_MS = 200;
const READY_MS = 800;
const JOB_MS = 1_500;
/** How long a leak takes to fill the memory, and how much longer at most. */
const LEAK_MS = 40_000;
const LEAK_SPREAD_MS = 30_000;
const RETRY_MS = 20_000;

/** Takes each container one step further: pulled, created, started, ready or done. */
export function advanceContainers(pod: Pod, context: ControllerContext): void {
  for (const container of pod.spec.containers) {
    const status = pod.status?.containerStatuses?.find(
      candidate => candidate.name === container.name,
    );
    if (status) advance(pod, container, status, context);
  }
}

/** Schedules a step of a container; when it is due, the pod is read again. */
export function later(
  pod: Pod,
  container: Container,
  step: string,
  milliseconds: number,
  context: ControllerContext,
  work: (current: Pod) => void,
): void {
  const key = `${step}/${container.name}`;
  context.steps.after(pod.metadata.uid, key, milliseconds, () => {
    const current = currentOf(pod, context);
    if (current && !current.metadata.deletionTimestamp) work(current);
  });
}

function advance(
  pod: Pod,
  container: Container,
  status: ContainerStatus,
  context: ControllerContext,
) {
  const reason = status.state.waiting?.reason;
  if (reason === 'ContainerCreating' || reason === 'PodInitializing') {
    later(pod, container, 'pull', PULL_MS, context, current =>
      pull(current, container, context),
    );
  } else if (reason === 'ErrImagePull') {
    later(pod, container, 'back-off', 2_000, context, current =>
      backOff(current, container, context),
    );
  } else if (reason === 'CreateContainerConfigError') {
    const ok = !configError(pod, container, context.objects);
    const wait = ok ? START_MS : RETRY_MS;
    later(pod, container, ok ? 'start' : 'retry', wait, context, current =>
      start(current, container, context),
    );
  } else if (status.state.running) {
    run(pod, container, status, context);
  } else if (status.state.terminated) {
    restart(pod, container, status, context);
  } else if (reason === 'CrashLoopBackOff') {
    const wait = Math.min(300, 10 * 2 ** (status.restartCount - 1)) * 1000;
    later(pod, container, 'restart', wait, context, current =>
      start(current, container, context),
    );
  }
}

/** Writes a container's state, and what follows from it for the pod. */
export function setContainer(
  pod: Pod,
  container: Container,
  change: Parameters<typeof withContainer>[2],
  { objects, time }: ControllerContext,
): void {
  objects.setStatus(
    pod,
    podStatusFrom(
      pod,
      withContainer(pod, container.name, change),
      time.timestamp(),
    ),
  );
}

function event(
  pod: Pod,
  { events }: ControllerContext,
  reason: string,
  message: string,
  warning = false,
) {
  events.record(pod, { reason, message, component: 'kubelet', warning });
}

function pull(pod: Pod, container: Container, context: ControllerContext) {
  const mount = mountError(pod, context.objects);
  if (mount) {
    event(pod, context, 'FailedMount', mount, true);
    later(pod, container, 'mount', RETRY_MS, context, current =>
      pull(current, container, context),
    );
    return;
  }
  const { image } = container;
  const problem = imageProblem(image);
  if (problem?.reason !== 'InvalidImageName') {
    event(pod, context, 'Pulling', `Pulling image "${image}"`);
  }
  if (problem) {
    const { reason, message } = problem;
    const text =
      reason === 'InvalidImageName'
        ? message
        : `Failed to pull image "${image}": ${message}`;
    event(
      pod,
      context,
      reason === 'InvalidImageName' ? 'InspectFailed' : 'Failed',
      text,
      true,
    );
    if (reason === 'ErrImagePull') {
      event(pod, context, 'Failed', 'Error: ErrImagePull', true);
    }
    setContainer(
      pod,
      container,
      { state: { waiting: { reason, message } } },
      context,
    );
    return;
  }
  event(
    pod,
    context,
    'Pulled',
    `Successfully pulled image "${image}" in 612ms (612ms including waiting). Image size: ${imageSize(
      image,
    )} bytes.`,
  );
  later(pod, container, 'start', START_MS, context, current =>
    start(current, container, context),
  );
}

function backOff(pod: Pod, container: Container, context: ControllerContext) {
  const { image } = container;
  const message = `Back-off pulling image "${image}"`;
  event(pod, context, 'BackOff', message);
  event(pod, context, 'Failed', 'Error: ImagePullBackOff', true);
  const state = {
    waiting: {
      reason: 'ImagePullBackOff',
      message: `${message}: ErrImagePull: ${imageProblem(image)?.message}`,
    },
  };
  setContainer(pod, container, { state }, context);
}

function start(pod: Pod, container: Container, context: ControllerContext) {
  const message = configError(pod, container, context.objects);
  if (message) {
    event(pod, context, 'Failed', `Error: ${message}`, true);
    const state = {
      waiting: { reason: 'CreateContainerConfigError', message },
    };
    setContainer(pod, container, { state }, context);
    return;
  }
  event(pod, context, 'Created', `Created container: ${container.name}`);
  event(pod, context, 'Started', `Started container ${container.name}`);
  const ip = pod.status?.podIP ?? podAddress(pod);
  const addressed: Pod = {
    ...pod,
    status: { phase: 'Pending', ...pod.status, podIP: ip, podIPs: [{ ip }] },
  };
  const state = { running: { startedAt: context.time.timestamp() } };
  setContainer(addressed, container, { state }, context);
}

const CRASHES: Record<string, Crash> = {
  'crash-loop': { exitCode: 1, reason: 'Error' },
  oom: { exitCode: 137, reason: 'OOMKilled' },
};

function run(
  pod: Pod,
  container: Container,
  status: ContainerStatus,
  context: ControllerContext,
) {
  const behaviour = behaviourOf(pod) ?? '';
  const how = CRASHES[behaviour];
  if (how) {
    later(pod, container, 'crash', READY_MS, context, current =>
      crash(current, container, how, context),
    );
    return;
  }
  if (
    pod.spec.restartPolicy === 'Never' ||
    pod.spec.restartPolicy === 'OnFailure'
  ) {
    later(pod, container, 'complete', JOB_MS, context, current =>
      crash(current, container, { exitCode: 0, reason: 'Completed' }, context),
    );
  }
  if (behaviour === MEMORY_LEAK) {
    later(pod, container, 'leak', leakMs(pod), context, current => {
      if (behaviourOf(current) !== MEMORY_LEAK) return;
      crash(current, container, CRASHES.oom, context);
    });
  }
  if (status.ready) return;
  if (behaviour === 'probe-failure') {
    later(pod, container, 'probe', 2_000, context, current =>
      event(
        current,
        context,
        'Unhealthy',
        'Readiness probe failed: HTTP probe failed with statuscode: 503',
        true,
      ),
    );
    return;
  }
  later(pod, container, 'ready', READY_MS, context, current => {
    const running = current.status?.containerStatuses?.find(
      candidate => candidate.name === container.name,
    )?.state.running;
    if (running) {
      setContainer(
        current,
        container,
        { state: { running }, ready: true },
        context,
      );
    }
  });
}

/** Different for each pod, so that they go down in turns. */
function leakMs(pod: Pod): number {
  const share = parseInt(pod.metadata.uid.slice(0, 2), 16) / 255;
  return LEAK_MS + share * LEAK_SPREAD_MS;
}

/** An address in 10.0.0.0/16. */
function podAddress(pod: Pod): string {
  const number = parseInt(pod.metadata.uid.slice(0, 4), 16);
  return `10.0.${Math.floor(number / 256)}.${number % 256}`;
}
