import { queryRange } from '../promql/runQuery';
import type { LoadedRule } from './LoadedRule';

const STEP_MS = 60_000;
const MOST_STEPS = 360;

/**
 * Since when each of a rule's findings has held without a break, to the minute: what a server would know that
 * had been there all along. Looks back six hours at the most.
 *
 * @param notBefore milliseconds since 1970; what was before that is known already
 */
export async function heldSince(
  rule: LoadedRule,
  now: number,
  notBefore: number,
  options: Parameters<typeof queryRange>[2],
): Promise<Map<string, number>> {
  const steps = Math.min(MOST_STEPS, Math.floor((now - notBefore) / STEP_MS));
  const since = new Map<string, number>();
  if (steps < 1) return since;
  const range = { start: now - steps * STEP_MS, end: now, step: STEP_MS };
  const result = await queryRange(rule.expr, range, options);
  if (!('series' in result)) return since;
  for (const series of result.series) {
    let begin = now;
    for (const { at } of [...series.samples].reverse()) {
      if (begin - at > STEP_MS) break;
      begin = at;
    }
    for (const key of rule.findingsOf([series]).keys()) since.set(key, begin);
  }
  return since;
}
