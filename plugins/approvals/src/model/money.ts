import {
  addMoney,
  compareMoney,
  subtractMoney,
  type ChangeCost,
} from '@portico/plugin-approvals-common';

/** `1,234.50`, with a real minus. */
export function formatMoney(amount: string): string {
  const [, sign = '', whole = '', fraction = ''] =
    /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount) ?? [];
  if (!whole) return amount;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign ? '−' : ''}${grouped}.${fraction.padEnd(2, '0')}`;
}

/** `+114.40`, `−5.00`, or `no change`. */
export function formatDifference(before: string, after: string): string {
  const difference = subtractMoney(after, before);
  const sign = compareMoney(difference, '0');
  if (sign === 0) return 'no change';
  return `${sign > 0 ? '+' : ''}${formatMoney(difference)}`;
}

/** Whole units, for what is compared with a budget: `525`. */
function formatWhole(amount: string): string {
  const rounded = addMoney(amount, amount.startsWith('-') ? '-0.50' : '0.50');
  return formatMoney(rounded).replace(/\.\d+$/, '');
}

/** What a change costs against before and against the budget of the whole entity. */
export function costComparison(
  cost: ChangeCost,
  entityName: string,
): { overBudget: boolean; words: string; budget?: string } {
  const difference = formatDifference(cost.monthlyBefore, cost.monthlyAfter);
  const {
    entityMonthlyBefore: before,
    entityMonthlyAfter: after,
    entityMonthlyBudget: budget,
  } = cost;
  if (!after) return { overBudget: false, words: difference };
  const words = before
    ? `${difference}; ${entityName} from ${formatWhole(
        before,
      )} to ${formatWhole(after)}`
    : `${difference}; ${entityName} at ${formatWhole(after)}`;
  if (!budget) return { overBudget: false, words };
  const overBudget = compareMoney(after, budget) > 0;
  return {
    overBudget,
    words,
    budget: `${overBudget ? 'over' : 'of'} a budget of ${formatWhole(budget)}`,
  };
}
