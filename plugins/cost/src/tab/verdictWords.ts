import type { MonthStanding } from '@portico/plugin-cost-common';
import { beforeWords, monthName } from '../parts/dates';
import {
  formatChange,
  formatMoney,
  formatShare,
  formatWhole,
  minus,
} from '../parts/money';

/** More or less than this against the month before is worth a word. */
const NOTABLE = 0.01;

function comparison(standing: MonthStanding): string {
  const change = standing.before?.change;
  if (change === undefined) return '';
  const against = beforeWords(standing);
  if (Math.abs(change) < NOTABLE) return ` as much as ${against}`;
  const size = formatChange(Math.abs(change)).replace('+', '');
  return ` ${size} ${change > 0 ? 'more' : 'less'} than ${against}`;
}

/**
 * How a month stands, in a sentence whose first part is the answer: `November is heading 11 USD (3 %) over budget:`
 * `forecast 411, budget 400.`
 */
export function verdictWords(
  standing: MonthStanding,
  currency: string,
): { lead: string; rest: string } {
  const { budget, forecast, toDate, daysKnown, days } = standing;
  const month = monthName(standing.month);
  const over = daysKnown === days;
  const toCome = forecast && `forecast ${formatWhole(forecast.amount)}`;
  const limit = budget && `budget ${formatWhole(budget.amount)}`;
  const facts = [toCome, limit].filter(Boolean).join(', ');
  const spent = formatMoney(toDate, currency);
  if (budget?.state === 'over') {
    const beyond = formatMoney(minus(toDate, budget.amount), currency);
    return {
      lead: `${month} ${over ? 'went' : 'is'} ${beyond} over budget:`,
      rest: `${spent} ${over ? 'spent' : 'so far'}, ${facts}.`,
    };
  }
  if (budget?.state === 'heading-over' && forecast) {
    const beyond = formatMoney(
      minus(forecast.amount, budget.amount),
      currency,
      {
        decimals: 0,
      },
    );
    const share = formatShare((budget.forecast ?? 1) - 1);
    return {
      lead: `${month} is heading ${beyond} (${share}) over budget:`,
      rest: `${facts}.`,
    };
  }
  const compared = comparison(standing);
  const end = facts ? `${compared && ';'} ${facts}` : '';
  return {
    lead: over
      ? `${month} cost ${spent}${compared || end ? ',' : '.'}`
      : `${spent} so far in ${month}${compared || end ? ',' : '.'}`,
    rest: compared || end ? `${compared}${end}.`.trim() : '',
  };
}
