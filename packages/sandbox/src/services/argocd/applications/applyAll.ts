import type { KubernetesCluster } from '../../kubernetes';
import type {
  Application,
  Manifest,
  Operation,
  ResourceResult,
} from '../types';
import { applyManifest, dryRunManifest } from './applyManifest';
import { resourceResult } from './resourceResult';
import { hookOf, resourceStatuses } from './resourceStatuses';
import { inSyncOrder } from './syncOrder';

/** What one sync works on. */
export interface SyncScope {
  cluster: KubernetesCluster;
  application: Application;
  manifests: Manifest[];
  operation: Operation;
}

/** Looks whether everything, hooks too, is well-formed: a sync begins only if it is. */
export function dryRunAll(scope: SyncScope): ResourceResult[] {
  const { cluster, application, manifests } = scope;
  const { name } = application.metadata;
  const applied = inSyncOrder(manifests)
    .filter(manifest => isSelected(scope, manifest))
    .map(manifest =>
      toResult(manifest, dryRunManifest(cluster, name, manifest)),
    );
  return [...applied, ...prune(scope, { dryRun: true })];
}

/** Applies what git wants, in order, and prunes if asked. */
export function applyAll(scope: SyncScope): ResourceResult[] {
  const { cluster, application, manifests, operation } = scope;
  const { name } = application.metadata;
  const { destination, syncPolicy } = application.spec;
  const options = [
    ...(syncPolicy?.syncOptions ?? []),
    ...(operation.sync.syncOptions ?? []),
  ];
  if (options.includes('CreateNamespace=true') && destination.namespace) {
    cluster.ensureNamespace(destination.namespace);
  }
  const applied = inSyncOrder(manifests)
    .filter(manifest => !hookOf(manifest) && isSelected(scope, manifest))
    .map(manifest =>
      toResult(manifest, applyManifest(cluster, name, manifest)),
    );
  // Nothing is taken away while something that may replace it does not apply.
  if (applied.some(one => one.status === 'SyncFailed')) return applied;
  return [...applied, ...prune(scope)];
}

function prune(
  scope: SyncScope,
  options: { dryRun?: boolean } = {},
): ResourceResult[] {
  const { cluster, application, manifests, operation } = scope;
  const note = options.dryRun ? ' (dry run)' : '';
  return resourceStatuses(cluster, application.metadata.name, manifests)
    .filter(({ requiresPruning }) => requiresPruning)
    .map(({ group, version, kind, namespace, name }) => ({
      apiVersion: group ? `${group}/${version}` : version,
      kind,
      metadata: { name, namespace },
    }))
    .filter(extra => isSelected(scope, extra))
    .map(extra => {
      const live = cluster.live(extra);
      if (live && operation.sync.prune && !options.dryRun) cluster.delete(live);
      return resourceResult(extra, {
        syncPhase: 'Sync',
        ...(operation.sync.prune
          ? { status: 'Pruned', message: `pruned${note}` }
          : {
              status: 'PruneSkipped',
              message: `ignored (requires pruning)${note}`,
            }),
      });
    });
}

function toResult(
  manifest: Manifest,
  { ok, message }: { ok: boolean; message: string },
) {
  return resourceResult(manifest, {
    syncPhase: 'Sync',
    status: ok ? 'Synced' : 'SyncFailed',
    message,
  });
}

function isSelected(
  { operation }: SyncScope,
  { kind, metadata }: Manifest,
): boolean {
  const { resources } = operation.sync;
  return (
    !resources?.length ||
    resources.some(one => one.kind === kind && one.name === metadata.name)
  );
}
