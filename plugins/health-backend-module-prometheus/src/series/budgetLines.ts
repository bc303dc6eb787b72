import type { Objective } from '@portico/plugin-health-common';
import { rawRateOf } from '../query/expressions';
import { BUDGET_WINDOW } from '../query/windows';
import { withinQuery } from '../signals/budgetQuery';
import { allowanceOf } from '../signals/objectiveReadings';
import { selectionOf, type SignalContext } from '../signals/SignalContext';
import type { Line } from './Drawing';

/** All and good requests per second of one objective, over a range that ended so long ago. */
function countLines(
  context: SignalContext,
  objective: Objective,
  range: string,
  offset?: string,
): { all: string; good: string } {
  const { preset } = context.target;
  const selection = selectionOf(context);
  const rate = (what: 'requests' | 'errors') =>
    rawRateOf({ what }, range, preset, selection, offset);
  const all = rate('requests');
  return {
    all,
    good:
      objective.kind === 'availability'
        ? `${all} - (${rate('errors')} or ${all} * 0)`
        : withinQuery(context, objective.seconds, range, offset),
  };
}

const nameOf = (index: number, what: string) => `${index} ${what}`;

/** What the 28 days before the chart brought; asked for once. */
export function budgetBasis(context: SignalContext): Line[] {
  return linesOf(context, 'basis', BUDGET_WINDOW);
}

/** What each step brought, and what left the 28 days with it: the whole window is never read again. */
export function budgetSteps(context: SignalContext, range: string): Line[] {
  return [
    ...linesOf(context, 'in', range),
    ...linesOf(context, 'out', range, BUDGET_WINDOW),
  ];
}

function linesOf(
  context: SignalContext,
  what: string,
  range: string,
  offset?: string,
): Line[] {
  return context.target.objectives.flatMap((objective, index) => {
    const { all, good } = countLines(context, objective, range, offset);
    return [
      { name: nameOf(index, `${what} all`), query: all },
      { name: nameOf(index, `${what} good`), query: good },
    ];
  });
}

export interface BudgetCounts {
  /** Of {@link budgetBasis}, per second over 28 days. */
  basis(name: string): number | null;
  /** Of {@link budgetSteps}, per second over each step. */
  steps(name: string): readonly (number | null)[];
  stepSeconds: number;
}

/** Budget left of one objective at each step, 1 to 0; `null` where nothing was counted. */
export function budgetLeft(
  index: number,
  objective: Objective,
  { basis, steps, stepSeconds }: BudgetCounts,
): (number | null)[] {
  const windowSeconds = 28 * 86_400;
  const step = (what: string) => steps(nameOf(index, what));
  const [allIn, goodIn] = [step('in all'), step('in good')];
  const [allOut, goodOut] = [step('out all'), step('out good')];
  let all = (basis(nameOf(index, 'basis all')) ?? 0) * windowSeconds;
  let good = (basis(nameOf(index, 'basis good')) ?? 0) * windowSeconds;
  return allIn.map((count, at) => {
    // The basis ends where the first step does.
    if (at > 0) {
      all += ((count ?? 0) - (allOut[at] ?? 0)) * stepSeconds;
      good += ((goodIn[at] ?? 0) - (goodOut[at] ?? 0)) * stepSeconds;
    }
    if (count === null || all <= 0) return null;
    const bad = Math.min(Math.max(all - good, 0), all);
    return Math.max(0, 1 - bad / all / allowanceOf(objective));
  });
}
