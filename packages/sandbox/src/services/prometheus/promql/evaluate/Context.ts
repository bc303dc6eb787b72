import type { SeriesSource } from '../../series/SeriesSource';
import type { TimeShift } from '../ast';
import type { Budget } from './Budget';
import { timeOf, type Steps } from './Value';

/** What does not change within one query. */
export interface Context {
  source: SeriesSource;
  budget: Budget;
  /** How long a sample counts as the present value, in milliseconds. */
  lookbackMs: number;
  /** The step of subqueries that name none, in milliseconds. */
  evaluationIntervalMs: number;
  /** What `@ start()` and `@ end()` mean: milliseconds since 1970. */
  queryStart: number;
  queryEnd: number;
}

/** The moment that a selector looks at, at each step: never before that of an earlier step. */
export function momentsOf(
  context: Context,
  steps: Steps,
  shift: TimeShift,
): Float64Array {
  const { at, offset } = shift;
  const moments = new Float64Array(steps.count);
  const bounds = { start: context.queryStart, end: context.queryEnd };
  for (let i = 0; i < steps.count; i += 1) {
    const base = typeof at === 'string' ? bounds[at] : at;
    moments[i] = (base ?? timeOf(steps, i)) - offset;
  }
  return moments;
}
