import { dayAfter, type DaySlice } from '@portico/plugin-cost-node';
import { QueryRefusedError, type Scope } from '@portico/plugin-prometheus-node';

/**
 * Asks for a slice and a scope; where that is too much for the server, for its days one by one, and then for half of
 * the entities at a time.
 *
 * @throws QueryRefusedError where even one entity's day is too much, or the query is none
 */
export async function inParts(
  slice: DaySlice,
  scope: Scope,
  ask: (slice: DaySlice, scope: Scope) => Promise<void>,
): Promise<void> {
  try {
    await ask(slice, scope);
  } catch (error) {
    if (!(error instanceof QueryRefusedError) || !error.isTooMuch) throw error;
    const halves = scope.halves();
    if (slice.from < slice.to) {
      for (let day = slice.from; day <= slice.to; day = dayAfter(day)) {
        await inParts({ from: day, to: day }, scope, ask);
      }
    } else if (halves) {
      for (const half of halves) await inParts(slice, half, ask);
    } else {
      throw error;
    }
  }
}
