import { dayWords } from '../dates';
import { formatMoney, formatWhole, sumOf, toNumber } from '../money';
import type { Stack } from './stack';

/** What one column says: `12 Nov: data 290.11, commerce 137.20, together 1,061.40 USD`. */
export function columnWords(
  stack: Stack,
  column: number,
  currency: string,
): string {
  const day = dayWords(stack.days[column]);
  const toCome = stack.forecast[column];
  if (toCome !== null) {
    return `${day}: forecast ${formatMoney(toCome, currency, { decimals: 0 })}`;
  }
  const parts = stack.series.flatMap(({ title, amounts }) =>
    amounts[column] === null ? [] : [{ title, amount: amounts[column]! }],
  );
  if (parts.length === 0) return `${day}: no bill is known`;
  const words = parts
    .filter(({ amount }) => toNumber(amount) !== 0)
    .map(({ title, amount }) => `${title} ${formatMoney(amount, currency)}`);
  const sum = formatMoney(sumOf(parts.map(({ amount }) => amount)), currency);
  return `${day}: ${[...words, `together ${sum}`].join(', ')}`;
}

/** A chart in words, in whole units, since days are rounded each by itself: how much in how many days, between what, and what most of it is for. */
export function summaryOf(stack: Stack, currency: string): string {
  const sums = stack.days.flatMap((_, column) => {
    const known = stack.series
      .map(({ amounts }) => amounts[column])
      .filter(it => it !== null);
    return known.length > 0 ? [sumOf(known)] : [];
  });
  if (sums.length === 0) return 'No day of it is known.';
  const whole = { decimals: 0 };
  const total = sums.reduce((all, sum) => all + sum, 0n);
  const [least, most] = sums.reduce(
    ([low, high], sum) => [sum < low ? sum : low, sum > high ? sum : high],
    [sums[0], sums[0]],
  );
  const largest = stack.series[0];
  const days = `${sums.length} ${sums.length === 1 ? 'day' : 'days'}`;
  const range =
    sums.length > 1
      ? `, between ${formatWhole(least)} and ${formatMoney(
          most,
          currency,
          whole,
        )} a day`
      : '';
  const by =
    stack.series.length > 1
      ? `; most of it ${largest.title}, ${formatMoney(
          sumOf(largest.amounts),
          currency,
          whole,
        )}`
      : '';
  return `${formatMoney(total, currency, whole)} in ${days}${range}${by}.`;
}
