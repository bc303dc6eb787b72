import type { Rendered } from '../render/Renderer';
import type { Application, Operation } from '../types';

/** Whether the policy syncs by itself. */
export function isAutomated({ spec }: Application): boolean {
  const { automated } = spec.syncPolicy ?? {};
  return automated !== undefined && automated.enabled !== false;
}

/**
 * The operation that the policy starts by itself, if any. What failed at a commit is not tried again at the same
 * one, and drift is left unless `selfHeal` says otherwise.
 * See https://argo-cd.readthedocs.io/en/stable/user-guide/auto_sync/#automated-sync-semantics
 */
export function automaticOperation(
  application: Application,
  rendered: Rendered,
): Operation | undefined {
  const { spec, status, metadata } = application;
  const { automated } = spec.syncPolicy ?? {};
  const { operationState } = status;
  if (
    !automated ||
    !isAutomated(application) ||
    metadata.deletionTimestamp ||
    status.sync.status !== 'OutOfSync' ||
    isUnderWay(application)
  )
    return undefined;
  const [revision] = rendered.revisions;
  if (
    operationState?.syncResult?.revision === revision &&
    (operationState.phase !== 'Succeeded' || !automated.selfHeal)
  )
    return undefined;
  const onlyPruning = status.resources?.every(
    one => one.status === 'Synced' || one.requiresPruning,
  );
  if (onlyPruning && !automated.prune) return undefined;
  return {
    initiatedBy: { automated: true },
    sync: { revision, revisions: rendered.revisions, prune: automated.prune },
  };
}

/** Whether an operation runs, or is being terminated. */
export function isUnderWay({ status }: Application): boolean {
  const phase = status.operationState?.phase;
  return phase === 'Running' || phase === 'Terminating';
}
