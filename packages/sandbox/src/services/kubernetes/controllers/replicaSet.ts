import type { Controller, ControllerContext } from './Controller';
import type { Pod, ReplicaSet } from '../objects/workloads';
import { createPod } from './createPod';
import { isActive, isReady, ownedBy, podFromTemplate } from './owners';

const COMPONENT = 'replicaset-controller';

/** Keeps as many pods as wanted. */
export const replicaSetController: Controller<ReplicaSet> = (
  replicaSet,
  context,
) => {
  const { objects, events } = context;
  if (replicaSet.metadata.deletionTimestamp) return;
  const { replicas = 1, template } = replicaSet.spec;
  const pods = ownedBy<Pod>(objects, 'pods', replicaSet).filter(isActive);
  for (let missing = replicas - pods.length; missing > 0; missing -= 1) {
    const pod = createPod(
      replicaSet,
      podFromTemplate(replicaSet, template, {
        generateName: `${replicaSet.metadata.name}-`,
      }),
      COMPONENT,
      context,
      () => retry(replicaSet, context),
    );
    if (!pod) break;
    pods.push(pod);
  }
  const tooMany = [...pods]
    .sort((a, b) => Number(isReady(a)) - Number(isReady(b)))
    .slice(0, Math.max(0, pods.length - replicas));
  for (const pod of tooMany) {
    objects.delete(pod, { graceSeconds: 30 });
    events.record(replicaSet, {
      reason: 'SuccessfulDelete',
      message: `Deleted pod: ${pod.metadata.name}`,
      component: COMPONENT,
    });
  }
  const kept = pods.filter(pod => !tooMany.includes(pod));
  const ready = kept.filter(isReady).length;
  objects.setStatus(replicaSet, {
    replicas: kept.length,
    fullyLabeledReplicas: kept.length,
    ...(ready ? { readyReplicas: ready, availableReplicas: ready } : {}),
    observedGeneration: replicaSet.metadata.generation,
  });
};

function retry(replicaSet: ReplicaSet, context: ControllerContext) {
  const { namespace, name } = replicaSet.metadata;
  const current = context.objects.get<ReplicaSet>(
    'replicasets',
    namespace,
    name,
  );
  if (current) replicaSetController(current, context);
}
