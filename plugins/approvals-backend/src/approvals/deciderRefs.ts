import type { StoredRequirement } from '../store/StoredApproval';

/** Every group and user that may come to decide: what lists are searched by. */
export function deciderRefs(
  requirements: StoredRequirement[],
  owners: string[],
): string[] {
  return requirements.flatMap(requirement => [
    ...(requirement.owner ? owners : requirement.deciders),
    ...requirement.delegates,
    ...((requirement.escalationDecides && requirement.escalatedTo) || []),
  ]);
}
