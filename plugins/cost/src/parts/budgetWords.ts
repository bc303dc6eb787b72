import type {
  BudgetStanding,
  MonthStanding,
} from '@portico/plugin-cost-common';
import type { SectionTone, StateName } from '@portico/ui';
import { formatMoney, formatShare, minus } from './money';

/** The shape that stands for how a budget is. */
export const BUDGET_STATE: Record<BudgetStanding['state'], StateName> = {
  within: 'healthy',
  near: 'healthy',
  'heading-over': 'degraded',
  over: 'failing',
};

/** The rule over a section of it. */
export function budgetTone(standing: MonthStanding): SectionTone {
  const state = standing.budget?.state;
  if (state === 'over') return 'bad';
  return state === 'heading-over' ? 'warn' : 'fine';
}

/** Where the budget was written down. */
export const BUDGET_FROM: Record<BudgetStanding['from'], string> = {
  annotation: 'portico/cost-budget',
  config: 'the config of the portal',
  parts: 'the budgets of its parts',
};

/**
 * How a budget stands, in two parts: `Forecast 11 USD over` and ` the 400 USD budget`, so that the first can have
 * the colour of its state. Undefined without a budget.
 */
export function budgetWords(
  standing: MonthStanding,
  currency: string,
): [verdict: string, rest: string] | undefined {
  const { budget, forecast, toDate } = standing;
  if (!budget) return undefined;
  const whole = { decimals: 0 };
  const limit = formatMoney(budget.amount, currency, whole);
  switch (budget.state) {
    case 'over':
      return [
        `${formatMoney(minus(toDate, budget.amount), currency)} over`,
        ` the ${limit} budget`,
      ];
    case 'heading-over':
      return [
        forecast
          ? `Forecast ${formatMoney(
              minus(forecast.amount, budget.amount),
              currency,
              whole,
            )} over`
          : 'Heading over',
        ` the ${limit} budget`,
      ];
    case 'near':
      return budget.forecast === undefined
        ? [`${formatShare(budget.spent)} spent`, ` of the ${limit} budget`]
        : [
            `Near: forecast ${formatShare(budget.forecast)}`,
            ` of the ${limit} budget`,
          ];
    default:
      return ['Within', ` the ${limit} budget`];
  }
}

/** For a column: `13 % over`, `near, 97 %`, `within`. */
export function budgetShortly({ state, spent, forecast }: BudgetStanding) {
  switch (state) {
    case 'over':
      return `${formatShare(Math.max(spent, forecast ?? 0) - 1)} over`;
    case 'heading-over':
      return forecast === undefined
        ? 'heading over'
        : `${formatShare(forecast - 1)} over`;
    case 'near':
      return `near, ${formatShare(forecast ?? spent)}`;
    default:
      return 'within';
  }
}
