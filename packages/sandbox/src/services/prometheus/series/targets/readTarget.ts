import type { KubernetesCluster } from '../../../kubernetes';
import { parseQuantity } from '../../../kubernetes/objects/quantity';
import type {
  Deployment,
  Pod,
  ReplicaSet,
} from '../../../kubernetes/objects/workloads';
import { workloadOf } from '../../../kubernetes/pods/workloadOf';
import type { Target } from './Target';

type Objects = KubernetesCluster['objects'];

/** A pod of a Deployment as a target that was not scraped yet; undefined for pods of other kinds. */
export function readTarget(pod: Pod, objects: Objects): Target | undefined {
  const workload = workloadOf(pod);
  const { namespace = 'default', name, uid } = pod.metadata;
  const replicas = replicasOf(pod, objects);
  const [container] = pod.spec.containers;
  if (!workload || replicas === undefined || !container) return undefined;
  const { limits = {} } = container.resources ?? {};
  const port = container.ports?.[0]?.containerPort ?? 8080;
  return {
    id: uid,
    ...workload,
    namespace,
    pod: name,
    container: container.name,
    instance: `${pod.status?.podIP ?? '10.0.0.1'}:${port}`,
    node: pod.spec.nodeName ?? '',
    rank: 0,
    share: 1 / Math.max(1, replicas),
    memoryLimitBytes: parseQuantity(limits.memory),
    cpuLimitCores: parseQuantity(limits.cpu),
    lives: [],
  };
}

/** How many pods its Deployment wants. */
function replicasOf(pod: Pod, objects: Objects): number | undefined {
  const { namespace } = pod.metadata;
  const [owner] = pod.metadata.ownerReferences ?? [];
  if (owner?.kind !== 'ReplicaSet') return undefined;
  const set = objects.get<ReplicaSet>('replicasets', namespace, owner.name);
  const [parent] = set?.metadata.ownerReferences ?? [];
  const deployment =
    parent && objects.get<Deployment>('deployments', namespace, parent.name);
  return deployment?.spec.replicas ?? set?.spec.replicas ?? 1;
}
