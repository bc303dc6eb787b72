import type { ObjectStore } from '../objects/ObjectStore';
import type {
  KubernetesObject,
  LabelSelector,
  OwnerReference,
} from '../objects/types';
import { matchesSelector } from '../objects/selectors';
import type { Pod, PodTemplate } from '../objects/workloads';
import type { Manifest } from '../objects/types';

/** The reference that makes `owner` the controller of what carries it. */
export function controllerReference(owner: KubernetesObject): OwnerReference {
  return {
    apiVersion: owner.apiVersion,
    kind: owner.kind,
    name: owner.metadata.name,
    uid: owner.metadata.uid,
    controller: true,
    blockOwnerDeletion: true,
  };
}

export function isOwnedBy(object: KubernetesObject, uid: string): boolean {
  return (object.metadata.ownerReferences ?? []).some(
    reference => reference.uid === uid,
  );
}

/** What `owner` controls of a type. */
export function ownedBy<T extends KubernetesObject>(
  objects: ObjectStore,
  plural: string,
  owner: KubernetesObject,
): T[] {
  return objects
    .list<T>(plural, owner.metadata.namespace)
    .filter(object => isOwnedBy(object, owner.metadata.uid));
}

/** Those that `selector` picks in a namespace; none for an empty selector. */
export function selectPods(
  objects: ObjectStore,
  namespace: string | undefined,
  selector: LabelSelector,
): Pod[] {
  if (!Object.keys(selector.matchLabels ?? {}).length) {
    if (!selector.matchExpressions?.length) return [];
  }
  return objects
    .list<Pod>('pods', namespace)
    .filter(pod => matchesSelector(selector, pod.metadata.labels));
}

export function isReady(pod: Pod): boolean {
  return (pod.status?.conditions ?? []).some(
    condition => condition.type === 'Ready' && condition.status === 'True',
  );
}

/** Counted as wanted: neither going nor done. */
export function isActive(pod: Pod): boolean {
  return (
    !pod.metadata.deletionTimestamp &&
    pod.status?.phase !== 'Succeeded' &&
    pod.status?.phase !== 'Failed'
  );
}

/** A pod of a workload's template, to be created. */
export function podFromTemplate(
  owner: KubernetesObject,
  template: PodTemplate,
  metadata: Manifest['metadata'],
): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      ...metadata,
      namespace: owner.metadata.namespace,
      labels: { ...template.metadata?.labels, ...metadata.labels },
      annotations: template.metadata?.annotations,
      ownerReferences: [controllerReference(owner)],
    },
    spec: template.spec,
  };
}
