import type { ControllerContext } from '../controllers/Controller';
import { isActive } from '../controllers/owners';
import { parseQuantity } from '../objects/quantity';
import type { KubernetesObject } from '../objects/types';
import type { Pod } from '../objects/workloads';

interface Node extends KubernetesObject {
  spec?: { unschedulable?: boolean };
  status: { allocatable: Record<string, string> };
}

/** Sum of what a pod's containers request, in cores or bytes. */
export function requested(pod: Pod, resource: string): number {
  return pod.spec.containers.reduce(
    (sum, container) =>
      sum +
      (parseQuantity(
        container.resources?.requests?.[resource] ??
          container.resources?.limits?.[resource],
      ) ?? 0),
    0,
  );
}

/** The node with the fewest pods that has room, or why there is none, as the scheduler says it. */
export function chooseNode(
  pod: Pod,
  { objects }: ControllerContext,
): { node: string } | { refusal: string } {
  const nodes = objects.list<Node>('nodes');
  const pods = objects.list<Pod>('pods').filter(isActive);
  for (const volume of pod.spec.volumes ?? []) {
    const claim = volume.persistentVolumeClaim?.claimName;
    if (
      claim &&
      !objects.get('persistentvolumeclaims', pod.metadata.namespace, claim)
    ) {
      return {
        refusal: `0/${nodes.length} nodes are available: persistentvolumeclaim "${claim}" not found. preemption: 0/${nodes.length} nodes are available: ${nodes.length} Preemption is not helpful for scheduling.`,
      };
    }
  }
  const reasons = new Map<string, number>();
  let best: { node: string; load: number } | undefined;
  for (const node of nodes) {
    const { name, labels = {} } = node.metadata;
    const here = pods.filter(other => other.spec.nodeName === name);
    const reason = refusalOf(pod, node, here, labels);
    if (reason) {
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    } else if (!best || here.length < best.load) {
      best = { node: name, load: here.length };
    }
  }
  if (best) return { node: best.node };
  const listed = [...reasons].map(([reason, count]) => `${count} ${reason}`);
  return {
    refusal: `0/${nodes.length} nodes are available: ${listed.join(
      ', ',
    )}. preemption: 0/${nodes.length} nodes are available: ${
      nodes.length
    } No preemption victims found for incoming pod.`,
  };
}

function refusalOf(
  pod: Pod,
  node: Node,
  here: Pod[],
  labels: Record<string, string>,
): string | undefined {
  if (node.spec?.unschedulable) return 'node(s) were unschedulable';
  const selector = Object.entries(pod.spec.nodeSelector ?? {});
  if (selector.some(([key, value]) => labels[key] !== value)) {
    return "node(s) didn't match Pod's node affinity/selector";
  }
  const { allocatable } = node.status;
  if (here.length >= Number(allocatable.pods)) return 'Too many pods';
  for (const resource of ['cpu', 'memory']) {
    const wanted = requested(pod, resource);
    const taken = here.reduce((sum, one) => sum + requested(one, resource), 0);
    if (
      wanted &&
      taken + wanted > (parseQuantity(allocatable[resource]) ?? 0)
    ) {
      return `Insufficient ${resource}`;
    }
  }
  return undefined;
}
