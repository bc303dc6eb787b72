import type { Manifest, ResourceResult } from '../types';

/** How a resource of a sync is named in its result. */
export function resourceResult(
  { apiVersion, kind, metadata }: Manifest,
  result: Pick<
    ResourceResult,
    'status' | 'message' | 'hookType' | 'hookPhase' | 'syncPhase'
  >,
): ResourceResult {
  const [group, version] = apiVersion.includes('/')
    ? apiVersion.split('/')
    : ['', apiVersion];
  const { name = '', namespace = '' } = metadata;
  return { group, version, kind, namespace, name, ...result };
}
