import type { Controller, ControllerContext } from './Controller';
import type { Deployment, Pod, ReplicaSet } from '../objects/workloads';
import { setDeploymentStatus } from './deploymentStatus';
import { controllerReference, isActive, ownedBy } from './owners';
import { rolloutBounds, TEMPLATE_HASH, templateHash } from './rollout';

const COMPONENT = 'deployment-controller';
const REVISION = 'deployment.kubernetes.io/revision';

/** Rolls pods of a new template out and those of older ones back. */
export const deploymentController: Controller<Deployment> = (
  deployment,
  context,
) => {
  const { objects } = context;
  if (deployment.metadata.deletionTimestamp) return;
  const sets = ownedBy<ReplicaSet>(objects, 'replicasets', deployment);
  const hash = templateHash(deployment.spec.template);
  let current = sets.find(set => set.metadata.labels?.[TEMPLATE_HASH] === hash);
  if (!deployment.spec.paused) {
    current = current
      ? raiseRevision(current, sets, context)
      : createReplicaSet(deployment, hash, sets, context);
    noteRevision(deployment, current, context);
    const older = sets.filter(
      set => set.metadata.uid !== current?.metadata.uid,
    );
    scale(deployment, current, older, context);
    forgetOld(deployment, older, context);
  }
  setDeploymentStatus(deployment, current?.metadata.uid, context);
};

function revisionOf(set: ReplicaSet): number {
  return Number(set.metadata.annotations?.[REVISION] ?? 0);
}

function createReplicaSet(
  deployment: Deployment,
  hash: string,
  sets: ReplicaSet[],
  { objects }: ControllerContext,
): ReplicaSet {
  const { template, selector, replicas = 1 } = deployment.spec;
  const labels = { ...template.metadata?.labels, [TEMPLATE_HASH]: hash };
  const revision = Math.max(0, ...sets.map(revisionOf)) + 1;
  return objects.create<ReplicaSet>('replicasets', {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${deployment.metadata.name}-${hash}`,
      namespace: deployment.metadata.namespace,
      labels,
      annotations: {
        [REVISION]: String(revision),
        'deployment.kubernetes.io/desired-replicas': String(replicas),
      },
      ownerReferences: [controllerReference(deployment)],
    },
    spec: {
      replicas: 0,
      selector: {
        ...selector,
        matchLabels: { ...selector.matchLabels, [TEMPLATE_HASH]: hash },
      },
      template: { ...template, metadata: { ...template.metadata, labels } },
    },
  });
}

/** A template that was rolled out before comes back as the newest revision. */
function raiseRevision(
  current: ReplicaSet,
  sets: ReplicaSet[],
  { objects }: ControllerContext,
): ReplicaSet {
  const newest = Math.max(...sets.map(revisionOf));
  if (revisionOf(current) === newest) return current;
  const annotations = {
    ...current.metadata.annotations,
    [REVISION]: String(newest + 1),
  };
  return (
    objects.change(current, set => ({
      ...set,
      metadata: { ...set.metadata, annotations },
    })) ?? current
  );
}

function noteRevision(
  deployment: Deployment,
  current: ReplicaSet,
  { objects }: ControllerContext,
) {
  const revision = String(revisionOf(current));
  if (deployment.metadata.annotations?.[REVISION] === revision) return;
  objects.change(deployment, object => ({
    ...object,
    metadata: {
      ...object.metadata,
      annotations: { ...object.metadata.annotations, [REVISION]: revision },
    },
  }));
}

function scale(
  deployment: Deployment,
  current: ReplicaSet,
  older: ReplicaSet[],
  context: ControllerContext,
) {
  const { replicas = 1, strategy } = deployment.spec;
  const size = (set: ReplicaSet) => set.spec.replicas ?? 0;
  // The status lags behind a scale-down.
  const ready = (set: ReplicaSet) =>
    Math.min(set.status?.readyReplicas ?? 0, size(set));
  const olderSize = older.reduce((sum, set) => sum + size(set), 0);
  if (strategy?.type === 'Recreate') {
    for (const set of older) resize(deployment, set, 0, context);
    const running = older.some(set =>
      ownedBy<Pod>(context.objects, 'pods', set).some(isActive),
    );
    if (!running) resize(deployment, current, replicas, context);
    return;
  }
  const { surge, unavailable } = rolloutBounds(deployment);
  const wanted = Math.max(
    size(current) > replicas ? replicas : size(current),
    Math.min(replicas, replicas + surge - olderSize),
  );
  resize(deployment, current, wanted, context);

  // Pods that never got ready go first: they serve nobody.
  let removable =
    ready(current) +
    older.reduce((sum, set) => sum + ready(set), 0) -
    (replicas - unavailable);
  for (const set of older) {
    const unready = Math.max(0, size(set) - ready(set));
    const served = Math.min(size(set) - unready, Math.max(0, removable));
    removable -= served;
    resize(deployment, set, size(set) - unready - served, context);
  }
}

function resize(
  deployment: Deployment,
  set: ReplicaSet,
  replicas: number,
  { objects, events }: ControllerContext,
) {
  const before = set.spec.replicas ?? 0;
  if (before === replicas) return;
  objects.change(set, current => ({
    ...current,
    spec: { ...current.spec, replicas },
  }));
  const direction = replicas > before ? 'up' : 'down';
  events.record(deployment, {
    reason: 'ScalingReplicaSet',
    message: `Scaled ${direction} replica set ${set.metadata.name} from ${before} to ${replicas}`,
    component: COMPONENT,
  });
}

function forgetOld(
  deployment: Deployment,
  older: ReplicaSet[],
  { objects }: ControllerContext,
) {
  const { revisionHistoryLimit = 10 } = deployment.spec;
  const idle = older
    .filter(set => !set.spec.replicas && !set.status?.replicas)
    .sort((a, b) => revisionOf(b) - revisionOf(a));
  for (const set of idle.slice(revisionHistoryLimit)) objects.delete(set);
}
