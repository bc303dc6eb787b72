import {
  moneyToFixed,
  type BudgetStanding,
  type Nanos,
} from '@portico/plugin-cost-common';
import type { Spending } from './Spending';

/** From so much of a budget on it is near, by forecast. */
const NEAR = 0.95;

/** How a budget stands against what was spent, all in one currency. */
export function budgetStanding(
  budget: { amount: Nanos; from: BudgetStanding['from'] },
  { spent, forecast }: Spending,
): BudgetStanding {
  const ratio = (part: Nanos) => Number(part) / Number(budget.amount);
  const share = ratio(spent);
  const ahead = forecast && ratio(forecast.expected);
  return {
    amount: moneyToFixed(budget.amount, 2),
    from: budget.from,
    passed: passedBy(share),
    state: stateOf(share, ahead),
    spent: share,
    ...(ahead !== undefined && { forecast: ahead }),
  };
}

function passedBy(share: number): BudgetStanding['passed'] {
  if (share >= 1) return 1;
  if (share >= 0.8) return 0.8;
  return share >= 0.5 ? 0.5 : 0;
}

/** A month that is over is within its budget or over it; spending most of one is no warning any more. */
function stateOf(
  share: number,
  ahead: number | undefined,
): BudgetStanding['state'] {
  if (share > 1) return 'over';
  if (ahead === undefined) return 'within';
  if (ahead > 1) return 'heading-over';
  return share >= 0.8 || ahead > NEAR ? 'near' : 'within';
}
