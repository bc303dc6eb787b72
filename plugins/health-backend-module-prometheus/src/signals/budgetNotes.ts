import { formatQuantity, type Objective } from '@portico/plugin-health-common';
import { AGES_DAYS } from '../query/windows';
import type { SignalContext } from './SignalContext';

/** How much of the 28 days there are metrics of, e.g. `over 3 days so far`; undefined where that was not answered. */
export function budgetCover({ read }: SignalContext): string | undefined {
  const days = AGES_DAYS.find(it => read(`age:${it}`) !== undefined);
  if (days === undefined) return undefined;
  if (days === AGES_DAYS[0]) return `over ${days}\u00a0days`;
  if (days === 0) return 'over less than a day so far';
  return days === 1
    ? 'over 1\u00a0day so far'
    : `over ${days}\u00a0days so far`;
}

/** Says how a bound that is no boundary of the buckets was counted. */
export function bracketNote(
  { bracketOf }: SignalContext,
  objective: Objective,
): string | undefined {
  if (objective.kind !== 'latency') return undefined;
  const bracket = bracketOf(objective.seconds);
  if (!bracket || bracket.exact !== undefined) return undefined;
  const text = (seconds: number) =>
    formatQuantity({ value: seconds, unit: 'seconds' });
  const bound = text(objective.seconds);
  const { below, above } = bracket;
  if (!above) {
    return `no bucket ends at or above ${bound}: all beyond ${text(
      below?.seconds ?? 0,
    )} counts as slow`;
  }
  return `no bucket ends at ${bound}: estimated between ${text(
    below?.seconds ?? 0,
  )} and ${text(above.seconds)}`;
}
