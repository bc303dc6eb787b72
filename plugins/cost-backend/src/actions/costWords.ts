import {
  formatDay,
  formatMoney,
  moneyToDecimal,
  parseMoney,
  type Amount,
  type CostBasis,
  type EntityCost,
  type MonthStanding,
  type UnattributedCost,
} from '@portico/plugin-cost-common';

const MOST_CHANGES = 5;
const KINDS = { billed: 'billed', effective: 'amortised' };

/** What a cost is made of and how it has changed, in sentences that need nothing beside them. */
export function costWords(cost: EntityCost, title: string): string {
  const { standing, basis, changes, hidden, annotationProblems } = cost;
  const money = moneyIn(basis.currency);
  const open = cost.anomalies.filter(({ state }) => state === 'open');
  return [
    `${title} costs ${money(standing.toDate)} in ${standing.month} ${basisWords(
      basis,
    )}.`,
    beforeWords(standing, money),
    forecastWords(standing, money),
    budgetWords(standing, money),
    changes.length &&
      `What changed most: ${changes
        .slice(0, MOST_CHANGES)
        .map(
          ({ title: what, difference, because }) =>
            `${what} ${signed(difference, basis.currency)} (${because})`,
        )
        .join('; ')}.`,
    ...open.map(
      ({ title: what, since, because }) =>
        `Unusual since ${formatDay(since)}: ${what}. ${because}`,
    ),
    hidden > 0 &&
      `${hidden} of what belongs to it may not be seen by whoever asks, and is in no sum.`,
    ...annotationProblems,
    ...problemsOf(basis),
  ]
    .filter(Boolean)
    .join(' ');
}

/** How much is nobody's, and why. */
export function unattributedWords(
  { amount, share, shareBefore, goal, causes }: UnattributedCost,
  month: string,
  basis: CostBasis,
): string {
  const money = moneyIn(basis.currency);
  return [
    `${money(amount)} in ${month}, ${percent(
      share,
    )} of the bill, is nobody's ${basisWords(basis)}; the goal is ${percent(
      goal,
    )}${
      shareBefore === undefined
        ? ''
        : `, the month before it was ${percent(shareBefore)}`
    }.`,
    ...causes.map(
      ({ title, amount: part, where, action }) =>
        `${title}: ${money(part)}. ${where}. ${action}.`,
    ),
    ...problemsOf(basis),
  ].join(' ');
}

/** Kind, currency and age: `(amortised, USD; bills to 19 November 2026, collected …)`. */
export function basisWords(basis: CostBasis): string {
  const { metric, currency, converted, through, openSince } = basis;
  const { collectedAt } = basis;
  return `(${[
    `${KINDS[metric]}, ${currency}`,
    converted.length && `with ${converted.join(', ')} converted`,
    through ? `bills to ${formatDay(through)}` : 'no bill is known yet',
    openSince && `days since ${formatDay(openSince)} may still change`,
    collectedAt && `collected ${collectedAt}`,
  ]
    .filter(Boolean)
    .join('; ')})`;
}

/** Why numbers are not whole. */
export function problemsOf({ problems }: CostBasis): string[] {
  return problems.map(({ message }) => `Not whole: ${message}`);
}

function beforeWords(
  { before }: MonthStanding,
  money: (amount: Amount) => string,
): string | undefined {
  if (!before) return undefined;
  const { month, amount, change } = before;
  return `On the same days of ${month} it was ${money(amount)}${
    change === undefined
      ? ''
      : `: ${change < 0 ? '−' : '+'}${percent(Math.abs(change))}`
  }.`;
}

function forecastWords(
  { forecast }: MonthStanding,
  money: (amount: Amount, decimals?: number) => string,
): string | undefined {
  if (!forecast) return undefined;
  const { amount, low, high } = forecast;
  return `Forecast for the month: ${money(amount, 0)}, between ${money(
    low,
    0,
  )} and ${money(high, 0)}.`;
}

const BUDGET_STATE = {
  within: 'within it',
  near: 'near it',
  'heading-over': 'heading over it, by the forecast',
  over: 'over it already',
};

function budgetWords(
  { budget }: MonthStanding,
  money: (amount: Amount, decimals?: number) => string,
): string {
  if (!budget) return 'It has no budget.';
  return `Its budget is ${money(budget.amount, 0)} a month: ${
    BUDGET_STATE[budget.state]
  }.`;
}

function moneyIn(currency: string) {
  return (amount: Amount, decimals = 2) =>
    formatMoney(parseMoney(amount), currency, decimals);
}

function signed(amount: Amount, currency: string): string {
  const nanos = parseMoney(amount);
  const text = formatMoney(nanos, currency);
  return moneyToDecimal(nanos).startsWith('-') ? text : `+${text}`;
}

function percent(ratio: number): string {
  return `${(ratio * 100).toFixed(ratio < 0.1 ? 1 : 0)}\u00a0%`;
}
