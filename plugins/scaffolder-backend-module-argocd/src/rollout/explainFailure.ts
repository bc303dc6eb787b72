import type { Application } from '@portico/plugin-argocd-node';
import type { ResourceState } from './describeResource';

/** Conditions that say that the source or the spec is wrong, and that waiting doesn't help. */
const FATAL_CONDITIONS = ['ComparisonError', 'InvalidSpecError'];

/** Argo CD passes gRPC's own words on; what follows the last of them is the reason. */
function withoutRpcNoise(message: string): string {
  return message.replace(/^.*rpc error: code = \w+ desc = /s, '').trim();
}

/** e.g. `ComparisonError: k8s: app path does not exist`. */
export function findSourceProblem(application: Application) {
  const condition = application.status?.conditions?.find(({ type }) =>
    FATAL_CONDITIONS.includes(type),
  );
  return (
    condition && `${condition.type}: ${withoutRpcNoise(condition.message)}`
  );
}

/** Why the latest sync failed, with the resources that were refused; `undefined` if it did not fail. */
export function findSyncProblem(application: Application) {
  const operation = application.status?.operationState;
  if (operation?.phase !== 'Failed' && operation?.phase !== 'Error') {
    return undefined;
  }
  const refused = (operation.syncResult?.resources ?? [])
    .filter(
      ({ status, hookPhase }) =>
        status === 'SyncFailed' ||
        hookPhase === 'Failed' ||
        hookPhase === 'Error',
    )
    .map(
      ({ kind, name, message }) => `${kind} ${name}: ${message ?? 'failed'}`,
    );
  return [
    `the sync ended as ${operation.phase}`,
    ...(refused.length
      ? refused
      : [withoutRpcNoise(operation.message ?? 'without a reason')]),
  ].join('; ');
}

/** The unhealthy resources with their reasons, pods last: they tell the most. */
export function listUnhealthy(resources: ResourceState[]): string[] {
  return resources
    .filter(({ health }) => health?.status === 'Degraded')
    .map(({ title, text }) => `${title}: ${text}`);
}

/** What is not ready yet, for a timeout's message. */
export function listUnready(resources: ResourceState[]): string[] {
  return resources
    .filter(({ ready }) => !ready)
    .map(({ title, text }) => `${title}: ${text}`);
}
