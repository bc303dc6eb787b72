import { apiVersionOf, type ResourceType } from '../objects/ResourceTypes';
import type { KubernetesObject } from '../objects/types';

/** A list as the API sends it: items lack kind and version in none of the cases that clients meet. */
export function presentList(
  type: ResourceType,
  items: KubernetesObject[],
  metadata: {
    resourceVersion: string;
    continue?: string;
    remainingItemCount?: number;
  },
) {
  return {
    kind: `${type.kind}List`,
    apiVersion: apiVersionOf(type),
    metadata,
    items,
  };
}

/** Whether the caller (kubectl) asks for rows to print. */
export function wantsTable(accept: string | undefined): boolean {
  return /as=Table/.test(accept ?? '');
}
