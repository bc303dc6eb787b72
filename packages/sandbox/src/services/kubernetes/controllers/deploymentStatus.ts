import type { Condition } from '../objects/types';
import type { Deployment, Pod, ReplicaSet } from '../objects/workloads';
import { conditionOf, withCondition } from './conditions';
import type { ControllerContext } from './Controller';
import { ownedBy } from './owners';
import { isHopeless, rolloutBounds } from './rollout';

/** Where no pod of a rollout can become ready, its deadline comes after this many simulated seconds at most. */
const HOPELESS_DEADLINE_SECONDS = 10;

/** Counts pods and tells progress as the deployment controller does. */
export function setDeploymentStatus(
  deployment: Deployment,
  currentUid: string | undefined,
  context: ControllerContext,
): void {
  const { objects, time } = context;
  const sets = ownedBy<ReplicaSet>(objects, 'replicasets', deployment);
  const current = sets.find(set => set.metadata.uid === currentUid);
  const sum = (of: (set: ReplicaSet) => number | undefined) =>
    sets.reduce((total, set) => total + (of(set) ?? 0), 0);
  const { replicas: wanted = 1 } = deployment.spec;
  const replicas = sum(set => set.status?.replicas);
  const ready = sum(set => set.status?.readyReplicas);
  const updated = current?.status?.replicas ?? 0;
  const complete =
    updated === wanted &&
    replicas === wanted &&
    (current?.status?.readyReplicas ?? 0) === wanted;

  const now = time.timestamp();
  const { unavailable } = rolloutBounds(deployment);
  const available = ready >= wanted - unavailable;
  const conditions = withCondition(
    withCondition(
      deployment.status?.conditions,
      {
        type: 'Available',
        status: available ? 'True' : 'False',
        reason: available
          ? 'MinimumReplicasAvailable'
          : 'MinimumReplicasUnavailable',
        message: available
          ? 'Deployment has minimum availability.'
          : 'Deployment does not have minimum availability.',
      },
      now,
      { updateTime: true },
    ),
    progress(deployment, current, complete, context),
    now,
    { updateTime: true },
  );
  objects.setStatus(deployment, {
    observedGeneration: deployment.metadata.generation,
    ...count('replicas', replicas),
    ...count('updatedReplicas', updated),
    ...count('readyReplicas', ready),
    ...count('availableReplicas', ready),
    ...count('unavailableReplicas', Math.max(0, wanted - ready)),
    conditions,
  });
}

/** Kubernetes leaves zeros out. */
function count(name: string, value: number) {
  return value ? { [name]: value } : {};
}

function progress(
  deployment: Deployment,
  current: ReplicaSet | undefined,
  complete: boolean,
  context: ControllerContext,
): Condition {
  const { name, generation } = deployment.metadata;
  const set = current?.metadata.name ?? name;
  if (deployment.spec.paused) {
    return {
      type: 'Progressing',
      status: 'Unknown',
      reason: 'DeploymentPaused',
      message: 'Deployment is paused',
    };
  }
  if (complete) {
    return {
      type: 'Progressing',
      status: 'True',
      reason: 'NewReplicaSetAvailable',
      message: `ReplicaSet "${set}" has successfully progressed.`,
    };
  }
  const known = conditionOf(deployment.status?.conditions, 'Progressing');
  const isNew = deployment.status?.observedGeneration !== generation;
  if (known?.reason === 'ProgressDeadlineExceeded' && !isNew) return known;
  watchDeadline(deployment, current, context);
  return {
    type: 'Progressing',
    status: 'True',
    reason: 'ReplicaSetUpdated',
    message: `ReplicaSet "${set}" is progressing.`,
  };
}

function watchDeadline(
  deployment: Deployment,
  current: ReplicaSet | undefined,
  context: ControllerContext,
) {
  const { objects, time, steps } = context;
  const { uid, generation, namespace, name } = deployment.metadata;
  const { progressDeadlineSeconds = 600 } = deployment.spec;
  const pods = current ? ownedBy<Pod>(objects, 'pods', current) : [];
  const hopeless = !pods.length || pods.some(isHopeless);
  const seconds = hopeless
    ? Math.min(progressDeadlineSeconds, HOPELESS_DEADLINE_SECONDS)
    : progressDeadlineSeconds;
  const readyBefore = current?.status?.readyReplicas ?? 0;
  const step = `deadline-${generation}-${readyBefore}-${hopeless}`;
  steps.after(uid, step, seconds * 1000, () => {
    const later = objects.get<Deployment>('deployments', namespace, name);
    const set =
      current &&
      objects.get<ReplicaSet>('replicasets', namespace, current.metadata.name);
    const condition = conditionOf(later?.status?.conditions, 'Progressing');
    if (!later || later.metadata.uid !== uid) return;
    if (later.metadata.generation !== generation) return;
    if (condition?.reason !== 'ReplicaSetUpdated') return;
    if ((set?.status?.readyReplicas ?? 0) > readyBefore) return;
    if (
      hopeless &&
      set &&
      !ownedBy<Pod>(objects, 'pods', set).some(isHopeless) &&
      (set.status?.replicas ?? 0) > 0
    ) {
      return;
    }
    objects.setStatus(later, {
      ...later.status,
      conditions: withCondition(
        later.status?.conditions,
        {
          type: 'Progressing',
          status: 'False',
          reason: 'ProgressDeadlineExceeded',
          message: `ReplicaSet "${
            set?.metadata.name ?? name
          }" has timed out progressing.`,
        },
        time.timestamp(),
        { updateTime: true },
      ),
    });
  });
}
