import type { HealthState } from '@portico/plugin-health-common';
import type { EntityMemory } from '../store/types';

/** What an owner is told: that an incident began, that it got worse, that it is over. */
export type Notice = 'began' | 'worsened' | 'over';

const FLAPPING_MS = 1_800_000;
/** More changes than that in half an hour are flapping; then nobody is told anything until it is quiet. */
const MOST_CHANGES = 4;

/**
 * Decides whether the owner has to be told. An incident lasts from the first state that is not healthy until
 * it is healthy again; unknown neither begins nor ends one.
 *
 * @param options.state that counts now
 * @param options.counts whether it changed just now
 */
export function takeNotice(options: {
  before: EntityMemory | undefined;
  state: HealthState;
  counts: boolean;
  now: Date;
}): Pick<EntityMemory, 'told' | 'changedAt'> & { notice?: Notice } {
  const { before, state, counts, now } = options;
  const changedAt = [
    ...(before?.changedAt ?? []),
    ...(before && counts ? [now.toISOString()] : []),
  ].filter(at => now.getTime() - Date.parse(at) < FLAPPING_MS);
  const told = before?.told;
  const notice =
    changedAt.length > MOST_CHANGES ? undefined : noticeOf(told, state);
  const known = notice ? stateTold(notice, state) : told;
  return {
    ...(known && { told: known }),
    ...(changedAt.length && { changedAt }),
    ...(notice && { notice }),
  };
}

function noticeOf(
  told: HealthState | undefined,
  state: HealthState,
): Notice | undefined {
  if (state === 'healthy') return told ? 'over' : undefined;
  if (state === 'unknown') return undefined;
  if (!told) return 'began';
  return state === 'failing' && told === 'degraded' ? 'worsened' : undefined;
}

function stateTold(
  notice: Notice,
  state: HealthState,
): HealthState | undefined {
  return notice === 'over' ? undefined : state;
}
