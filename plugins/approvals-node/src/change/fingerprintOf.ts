import type { Change, ResourceChange } from '@portico/plugin-approvals-common';
import { createHash } from 'node:crypto';

/**
 * A hash of what is approved: the same change gives the same text after a restart, any other change
 * another one. A plan's id is part of it, so that a decision holds for that very plan.
 *
 * @param resources all of them, also those that are not shown
 */
export function fingerprintOf(
  change: Omit<Change, 'fingerprint'>,
  resources: ResourceChange[] = change.resources,
): string {
  const { plan, policies, effects, cost, ...rest } = change;
  const content = JSON.stringify(
    { ...rest, resources, plan: plan?.id },
    (_key, value: unknown) => sortKeys(value),
  );
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

function sortKeys(value: unknown): unknown {
  if (!value || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
