import type { KubernetesCluster } from '../../kubernetes';
import { healthOf } from '../compare/health';
import type {
  Application,
  Manifest,
  Operation,
  ResourceResult,
} from '../types';
import { applyManifest } from './applyManifest';
import { hookOf, resourceStatuses } from './resourceStatuses';

const ORDER = [
  'Namespace',
  'NetworkPolicy',
  'ResourceQuota',
  'LimitRange',
  'ServiceAccount',
  'Secret',
  'ConfigMap',
  'PersistentVolumeClaim',
  'CustomResourceDefinition',
  'ClusterRole',
  'ClusterRoleBinding',
  'Role',
  'RoleBinding',
  'Service',
  'DaemonSet',
  'Pod',
  'Deployment',
  'StatefulSet',
  'Job',
  'CronJob',
  'Ingress',
];

function wave(manifest: Manifest): number {
  const { annotations = {} } = manifest.metadata;
  return Number(annotations['argocd.argoproj.io/sync-wave'] ?? 0);
}

/** The order in which resources are applied: by wave, then by kind. */
export function inSyncOrder(manifests: Manifest[]): Manifest[] {
  const rank = ({ kind }: Manifest) =>
    ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length;
  return [...manifests].sort((a, b) => wave(a) - wave(b) || rank(a) - rank(b));
}

function resultOf(manifest: Manifest): Omit<ResourceResult, 'message'> {
  const [group, version] = manifest.apiVersion.includes('/')
    ? manifest.apiVersion.split('/')
    : ['', manifest.apiVersion];
  const { name = '', namespace = '' } = manifest.metadata;
  return {
    group,
    version,
    kind: manifest.kind,
    namespace,
    name,
    syncPhase: 'Sync',
  };
}

/** Applies what git wants, in order, and prunes if asked. */
export function applyAll(
  cluster: KubernetesCluster,
  application: Application,
  manifests: Manifest[],
  operation: Operation,
): ResourceResult[] {
  const { name } = application.metadata;
  const { destination, syncPolicy } = application.spec;
  const { resources: selected, prune } = operation.sync;
  const options = [
    ...(syncPolicy?.syncOptions ?? []),
    ...(operation.sync.syncOptions ?? []),
  ];
  const isWanted = (one: { kind: string; name?: string }) =>
    !selected?.length ||
    selected.some(other => other.kind === one.kind && other.name === one.name);
  if (options.includes('CreateNamespace=true') && destination.namespace) {
    cluster.ensureNamespace(destination.namespace);
  }
  const results: ResourceResult[] = [];
  for (const manifest of inSyncOrder(manifests.filter(one => !hookOf(one)))) {
    if (!isWanted({ kind: manifest.kind, name: manifest.metadata.name }))
      continue;
    const { ok, message } = applyManifest(cluster, name, manifest);
    results.push({
      ...resultOf(manifest),
      status: ok ? 'Synced' : 'SyncFailed',
      message,
    });
  }
  for (const extra of resourceStatuses(cluster, name, manifests)) {
    if (!extra.requiresPruning || !isWanted(extra)) continue;
    const { group = '', version, kind, namespace = '' } = extra;
    const live = cluster.live({
      apiVersion: group ? `${group}/${version}` : version,
      kind,
      metadata: { name: extra.name, namespace },
    });
    if (live && prune) cluster.delete(live);
    results.push({
      group,
      version,
      kind,
      namespace,
      name: extra.name,
      syncPhase: 'Sync',
      status: prune ? 'Pruned' : 'PruneSkipped',
      message: prune ? 'pruned' : 'ignored (requires pruning)',
    });
  }
  return results;
}

/** Applies the hooks of a phase. */
export function applyHooks(
  cluster: KubernetesCluster,
  application: string,
  manifests: Manifest[],
  phase: 'PreSync' | 'PostSync',
): { hooks: Manifest[]; failure?: string } {
  const hooks = manifests.filter(one =>
    hookOf(one)?.split(',').includes(phase),
  );
  for (const hook of hooks) {
    const live = cluster.live(hook);
    if (live) cluster.objects.delete(live);
    const { ok, message } = applyManifest(cluster, application, hook);
    if (!ok) return { hooks, failure: message };
  }
  return { hooks };
}

/** Whether hooks are done; `failed` with the reason of the first that failed. */
export function hookState(
  cluster: KubernetesCluster,
  hooks: Manifest[],
): { done: boolean; failure?: string } {
  const healths = hooks.map(hook => {
    const live = cluster.live(hook);
    return live && healthOf(live);
  });
  const failed = healths.find(health => health?.status === 'Degraded');
  return {
    done: healths.every(health => !health || health.status === 'Healthy'),
    failure: failed && (failed.message || 'hook failed'),
  };
}
