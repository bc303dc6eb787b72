import type { ResourceResult } from '../types';

/** Why resources were not applied, in the API's words; undefined where all were. */
export function refusals(results: ResourceResult[]): string | undefined {
  const failed = results.filter(one => one.status === 'SyncFailed');
  return failed.length ? failed.map(one => one.message).join(',') : undefined;
}

/** How Argo CD says that a sync was refused. */
export function failedToApply(reasons: string): string {
  return `one or more objects failed to apply, reason: ${reasons}`;
}
