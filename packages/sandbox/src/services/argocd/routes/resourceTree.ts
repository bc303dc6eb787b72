import type { KubernetesCluster } from '../../kubernetes';
import { isOwnedBy } from '../../kubernetes/controllers/owners';
import { trackedObjects } from '../applications/resourceStatuses';
import { healthOf } from '../compare/health';
import type { KubernetesObject } from '../types';

/** An application's objects and all that they own, each with its parent. */
export function resourceTree(cluster: KubernetesCluster, name: string) {
  const all = cluster.objects.types
    .list()
    .flatMap(type => cluster.objects.list(type));
  const reference = ({ apiVersion, kind, metadata }: KubernetesObject) => {
    const [group, version] = apiVersion.includes('/')
      ? apiVersion.split('/')
      : ['', apiVersion];
    const { namespace, uid } = metadata;
    return { group, version, kind, namespace, name: metadata.name, uid };
  };
  const nodes: object[] = [];
  const add = (object: KubernetesObject, parent?: KubernetesObject) => {
    nodes.push({
      ...reference(object),
      ...(parent ? { parentRefs: [reference(parent)] } : {}),
      resourceVersion: object.metadata.resourceVersion,
      createdAt: object.metadata.creationTimestamp,
      health: healthOf(object),
    });
    for (const child of all) {
      if (isOwnedBy(child, object.metadata.uid)) add(child, object);
    }
  };
  for (const object of trackedObjects(cluster, name)) add(object);
  return { nodes, orphanedNodes: [], hosts: [] };
}
