import type { KubernetesCluster } from '../../kubernetes';
import { isSynced, trackedBy, TRACKING_ID } from '../compare/compare';
import { healthOf } from '../compare/health';
import type { KubernetesObject, Manifest, ResourceStatus } from '../types';

const HOOK = 'argocd.argoproj.io/hook';

/** `PreSync`, `PostSync` … for a manifest that is a hook. */
export function hookOf(manifest: Manifest): string | undefined {
  return manifest.metadata.annotations?.[HOOK];
}

/** Everything in the cluster that an application put there, its hooks too. */
export function ownedObjects(
  cluster: KubernetesCluster,
  application: string,
): KubernetesObject[] {
  return cluster.objects.types
    .list()
    .flatMap(type => cluster.objects.list(type))
    .filter(object => trackedBy(object) === application);
}

/** Likewise, hooks left out. */
export function trackedObjects(
  cluster: KubernetesCluster,
  application: string,
): KubernetesObject[] {
  return ownedObjects(cluster, application).filter(object => !hookOf(object));
}

function identity(object: Manifest) {
  const [group, version] = object.apiVersion.includes('/')
    ? object.apiVersion.split('/')
    : [undefined, object.apiVersion];
  const { name = '', namespace } = object.metadata;
  return { group, version, kind: object.kind, namespace, name };
}

/** Each resource that git wants or the cluster has, compared. */
export function resourceStatuses(
  cluster: KubernetesCluster,
  application: string,
  manifests: Manifest[],
): ResourceStatus[] {
  const wanted = manifests.filter(manifest => !hookOf(manifest));
  const known = new Set<string>();
  const statuses = wanted.map((manifest): ResourceStatus => {
    const live = cluster.live(manifest);
    if (!live) {
      return {
        ...identity(manifest),
        status: 'OutOfSync',
        health: { status: 'Missing' },
      };
    }
    known.add(live.metadata.uid);
    const synced = isSynced(application, manifest, live);
    return {
      ...identity(manifest),
      status: synced ? 'Synced' : 'OutOfSync',
      health: healthOf(live),
    };
  });
  const extra = trackedObjects(cluster, application)
    .filter(
      live =>
        !known.has(live.metadata.uid) &&
        live.metadata.annotations?.[TRACKING_ID]?.endsWith(
          `/${live.metadata.name}`,
        ),
    )
    .map(
      (live): ResourceStatus => ({
        ...identity(live),
        status: 'OutOfSync',
        health: healthOf(live),
        requiresPruning: true,
      }),
    );
  return [...statuses, ...extra];
}
