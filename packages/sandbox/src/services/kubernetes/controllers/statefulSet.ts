import { createPod } from './createPod';
import type { Controller } from './Controller';
import type { Pod, StatefulSet } from '../objects/workloads';
import { isReady, ownedBy, podFromTemplate } from './owners';
import { templateHash } from './rollout';

const COMPONENT = 'statefulset-controller';
const REVISION_LABEL = 'controller-revision-hash';

/** Pods with ordinals, made in order, replaced from the last to the first. */
export const statefulSetController: Controller<StatefulSet> = (
  set,
  context,
) => {
  const { objects } = context;
  const { name, namespace, deletionTimestamp, generation } = set.metadata;
  if (deletionTimestamp) return;
  const { replicas = 1, template, podManagementPolicy } = set.spec;
  const revision = `${name}-${templateHash(template)}`;
  const pods = ownedBy<Pod>(objects, 'pods', set);
  const ordinal = (pod: Pod) =>
    Number(pod.metadata.name.slice(name.length + 1));

  for (let index = 0; index < replicas; index += 1) {
    const pod = pods.find(candidate => ordinal(candidate) === index);
    if (!pod) {
      createClaims(set, index, context);
      const created = createPod(
        set,
        podFromTemplate(set, withClaims(set, index), {
          name: `${name}-${index}`,
          labels: {
            [REVISION_LABEL]: revision,
            'statefulset.kubernetes.io/pod-name': `${name}-${index}`,
            'apps.kubernetes.io/pod-index': String(index),
          },
        }),
        COMPONENT,
        context,
        () => {
          const current = objects.get<StatefulSet>(
            'statefulsets',
            namespace,
            name,
          );
          if (current) statefulSetController(current, context);
        },
      );
      if (!created) break;
    }
    const waits = !pod || pod.metadata.deletionTimestamp || !isReady(pod);
    if (waits && podManagementPolicy !== 'Parallel') break;
  }
  const going = pods.some(pod => pod.metadata.deletionTimestamp);
  const surplus = pods
    .filter(pod => ordinal(pod) >= replicas)
    .sort((a, b) => ordinal(b) - ordinal(a));
  const outdated = pods
    .filter(pod => pod.metadata.labels?.[REVISION_LABEL] !== revision)
    .sort((a, b) => ordinal(b) - ordinal(a));
  const others = pods.filter(pod => !outdated.includes(pod));
  const next = surplus[0] ?? (others.every(isReady) ? outdated[0] : undefined);
  if (next && !going) objects.delete(next, { graceSeconds: 30 });

  const updated = pods.length - outdated.length;
  const ready = pods.filter(isReady).length;
  objects.setStatus(set, {
    observedGeneration: generation,
    replicas: pods.length,
    ...(ready ? { readyReplicas: ready } : {}),
    availableReplicas: ready,
    updatedReplicas: updated,
    currentReplicas: updated,
    updateRevision: revision,
    currentRevision: outdated.length
      ? set.status?.currentRevision ?? revision
      : revision,
  });
};

function claimName(claim: string, set: StatefulSet, index: number) {
  return `${claim}-${set.metadata.name}-${index}`;
}

function createClaims(
  set: StatefulSet,
  index: number,
  { objects }: Parameters<Controller>[1],
) {
  const { namespace } = set.metadata;
  for (const claim of set.spec.volumeClaimTemplates ?? []) {
    const name = claimName(claim.metadata.name, set, index);
    if (objects.get('persistentvolumeclaims', namespace, name)) continue;
    objects.create('persistentvolumeclaims', {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name, namespace, labels: set.spec.selector.matchLabels },
      spec: claim.spec,
    });
  }
}

function withClaims(
  set: StatefulSet,
  index: number,
): StatefulSet['spec']['template'] {
  const { template, volumeClaimTemplates = [] } = set.spec;
  const volumes = volumeClaimTemplates.map(({ metadata }) => ({
    name: metadata.name,
    persistentVolumeClaim: { claimName: claimName(metadata.name, set, index) },
  }));
  return {
    ...template,
    spec: {
      ...template.spec,
      ...(volumes.length
        ? { volumes: [...(template.spec.volumes ?? []), ...volumes] }
        : {}),
    },
  };
}
