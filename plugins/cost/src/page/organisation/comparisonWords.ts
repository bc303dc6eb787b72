import type { MonthStanding } from '@portico/plugin-cost-common';
import { formatAmount, formatChange } from '../../parts/money';

/**
 * `month to date, 19 of 30 days; October had 17,240.15 by then (+6.8 %)`.
 *
 * @param nameOf the name of a month that is given as `YYYY-MM`
 */
export function comparisonWords(
  standing: MonthStanding,
  nameOf: (month: string) => string,
): string {
  const { daysKnown, days, before } = standing;
  const whole = daysKnown === days;
  const known = whole
    ? `the whole month, ${days} days`
    : `month to date, ${daysKnown} of ${days} days`;
  if (!before) return `${known}; nothing is known of the month before`;
  const change =
    before.change === undefined ? '' : ` (${formatChange(before.change)})`;
  return `${known}; ${nameOf(before.month)} had ${formatAmount(before.amount)}${
    whole ? '' : ' by then'
  }${change}`;
}
