import type { OnCall } from '@portico/plugin-health-common';
import type { OnCallEntry } from '../client/types';

/** Whom policies call, first level first, each person of a level once. */
export function onCallOf(
  entries: readonly OnCallEntry[],
  policyIds: ReadonlySet<string>,
  people: ReadonlyMap<string, string>,
): OnCall[] {
  const found = new Map<string, OnCall>();
  for (const entry of entries) {
    const { escalation_policy: policy, escalation_level: level, user } = entry;
    const key = `${level} ${user.id}`;
    if (!policyIds.has(policy.id) || found.has(key)) continue;
    found.set(key, {
      name: user.name ?? user.summary ?? 'somebody',
      level,
      until: entry.end ?? undefined,
      userRef: people.get(user.email?.toLowerCase() ?? ''),
    });
  }
  return [...found.values()].sort(
    (a, b) => a.level - b.level || a.name.localeCompare(b.name),
  );
}
