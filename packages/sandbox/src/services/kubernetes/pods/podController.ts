import type { Controller, ControllerContext } from '../controllers/Controller';
import type { Pod } from '../objects/workloads';
import { advanceContainers } from './containers';
import { podStatusFrom, qosClass, waitingContainer } from './podStatus';
import { withCondition } from '../controllers/conditions';
import { currentOf } from './currentOf';
import { chooseNode } from './schedule';

/** Real seconds of the scheduler and the kubelet, shortened: a pod is ready about two simulated seconds after its creation. */
const SCHEDULE_MS = 100;
const TERMINATE_MS = 1_000;
const UNSCHEDULABLE_RETRY_MS = 30_000;

/** Scheduler and kubelet: takes a pod from Pending to Running, and away when it is deleted. */
export const podController: Controller<Pod> = (pod, context) => {
  const { steps } = context;
  const { uid, deletionTimestamp } = pod.metadata;
  const phase = pod.status?.phase;
  if (deletionTimestamp) {
    steps.after(uid, 'terminate', TERMINATE_MS, () => terminate(pod, context));
  } else if (phase === 'Succeeded' || phase === 'Failed') {
    // Nothing is left to do.
  } else if (pod.status?.startTime) {
    advanceContainers(pod, context);
  } else {
    steps.after(uid, 'schedule', SCHEDULE_MS, () => {
      const current = currentOf(pod, context);
      if (current) schedule(current, context);
    });
  }
};

function schedule(pod: Pod, context: ControllerContext) {
  const { objects, time, events, steps } = context;
  if (pod.metadata.deletionTimestamp || pod.status?.startTime) return;
  const now = time.timestamp();
  const choice = pod.spec.nodeName
    ? { node: pod.spec.nodeName }
    : chooseNode(pod, context);
  if ('refusal' in choice) {
    objects.setStatus(pod, {
      ...pod.status,
      phase: 'Pending',
      qosClass: qosClass(pod),
      conditions: withCondition(
        pod.status?.conditions,
        {
          type: 'PodScheduled',
          status: 'False',
          reason: 'Unschedulable',
          message: choice.refusal,
        },
        now,
      ),
    });
    events.record(pod, {
      reason: 'FailedScheduling',
      message: choice.refusal,
      component: 'default-scheduler',
      warning: true,
    });
    steps.after(
      pod.metadata.uid,
      'unschedulable',
      UNSCHEDULABLE_RETRY_MS,
      () => {
        const current = currentOf(pod, context);
        if (current) schedule(current, context);
      },
    );
    return;
  }
  const bound =
    objects.change(pod, current => ({
      ...current,
      spec: { ...current.spec, nodeName: choice.node },
    })) ?? pod;
  events.record(pod, {
    reason: 'Scheduled',
    message: `Successfully assigned ${pod.metadata.namespace}/${pod.metadata.name} to ${choice.node}`,
    component: 'default-scheduler',
  });
  const containers = pod.spec.containers.map(container =>
    waitingContainer(container),
  );
  objects.setStatus(bound, {
    ...podStatusFrom(bound, containers, now),
    qosClass: qosClass(pod),
    startTime: now,
    hostIP: hostAddress(choice.node, context),
    conditions: withCondition(
      podStatusFrom(bound, containers, now).conditions,
      { type: 'PodScheduled', status: 'True' },
      now,
    ),
  });
}

function hostAddress(node: string, { objects }: ControllerContext) {
  const status = objects.get('nodes', undefined, node)?.status as
    | { addresses?: { type: string; address: string }[] }
    | undefined;
  return status?.addresses?.find(address => address.type === 'InternalIP')
    ?.address;
}

function terminate(pod: Pod, context: ControllerContext) {
  const current = currentOf(pod, context);
  if (!current) return;
  for (const container of current.spec.containers) {
    context.events.record(current, {
      reason: 'Killing',
      message: `Stopping container ${container.name}`,
      component: 'kubelet',
    });
  }
  context.objects.delete(current);
}
