import type { Deployment, Period } from '../store/types';

/** What begins within so long after a deployment is taken for its consequence. */
const WATCHED_MS = 60 * 60_000;
const WEIGHT: Record<string, number> = { healthy: 0, degraded: 1, failing: 2 };

/** Why a deployment counts as failed. */
export interface Failure {
  because: 'health' | 'rollback';
  detail: string;
  /** ISO 8601. */
  at: string;
}

/** A deployment that brought changes, and how it went; `undefined`: nobody can tell (yet). */
export interface Judged {
  deployment: Deployment;
  failure?: Failure;
  known: boolean;
}

/**
 * Says of the deployments of one component which of them failed: those that were undone by a rollback, and
 * those within an hour after which health got worse. Of deployments in a row the last one is held for it.
 *
 * @param deployments oldest first, of all kinds
 * @param periods of the component, oldest first
 * @param now milliseconds since 1970
 */
export function judge(
  deployments: Deployment[],
  periods: Period[],
  now: number,
): Judged[] {
  const worsenings = worseningsOf(periods);
  const knownFrom = periods.length
    ? Date.parse(periods[0].from)
    : Number.POSITIVE_INFINITY;
  return deployments.flatMap((deployment, index) => {
    if (deployment.kind !== 'deploy') return [];
    const at = Date.parse(deployment.deployedAt);
    const next = deployments
      .slice(index + 1)
      .find(({ kind }) => kind !== 'repeat');
    const until = Math.min(
      at + WATCHED_MS,
      next ? Date.parse(next.deployedAt) : Number.POSITIVE_INFINITY,
    );
    const worse = worsenings.find(({ from }) => {
      const began = Date.parse(from);
      return began > at && began <= until;
    });
    const undone = next?.kind === 'rollback' ? next : undefined;
    const watched = at >= knownFrom && (until <= now || Boolean(next));
    const failure = failureOf(worse, undone);
    return [{ deployment, ...(failure && { failure }), known: watched }];
  });
}

function failureOf(worse?: Period, undone?: Deployment): Failure | undefined {
  if (worse) {
    return {
      because: 'health',
      detail: `${worse.state}: ${worse.headline}`,
      at: worse.from,
    };
  }
  return (
    undone && {
      because: 'rollback',
      detail: `rolled back to ${undone.revision.slice(0, 7)}`,
      at: undone.deployedAt,
    }
  );
}

/** Where a component became worse than it was last known to be. */
function worseningsOf(periods: Period[]): Period[] {
  let last: number | undefined;
  return periods.filter(({ state }) => {
    const weight = WEIGHT[state];
    if (weight === undefined) return false;
    const worse = last !== undefined && weight > last;
    last = weight;
    return worse;
  });
}
