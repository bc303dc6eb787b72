import type { Evaluation } from './evaluateRule';

/** How far back it looks, in minutes, until the condition did not hold. */
const STEPS = [1, 2, 3, 5, 10, 15, 30, 45, 60, 90, 120, 180, 240, 300, 360];
const MINUTE = 60_000;

/**
 * Since when conditions have held that are met now: what a server would know that had evaluated the rule all along,
 * since rules are evaluated here only when somebody asks. Six hours back at the most.
 *
 * @param keys of the series
 * @param notBefore when they were not met yet; milliseconds since 1970
 */
export async function heldSince(
  evaluate: (at: number) => Promise<Evaluation>,
  keys: string[],
  { now, notBefore }: { now: number; notBefore: number },
): Promise<Map<string, number>> {
  const since = new Map(keys.map(key => [key, now]));
  let held = keys;
  for (const minutes of STEPS) {
    const at = now - minutes * MINUTE;
    if (held.length === 0 || at <= notBefore) break;
    const evaluation = await evaluate(at);
    if ('error' in evaluation) break;
    const { findings } = evaluation;
    held = held.filter(key => findings.get(key)?.isAlerting);
    for (const key of held) since.set(key, at);
  }
  return since;
}
