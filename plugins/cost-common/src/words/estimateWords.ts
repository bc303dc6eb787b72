import { formatMoney } from '../money/formatMoney';
import { parseMoney } from '../money/money';
import type { CostEstimate } from '../wire/estimate';

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A day, `YYYY-MM-DD`, as people write it: `1 November 2026`. */
export function formatDay(day: string): string {
  return DAY.format(new Date(`${day}T00:00:00Z`));
}

/** `26.66 USD a month, estimated at list prices of 1 November 2026`; where prices are missing, that it is at least that. */
export function estimateWords(estimate: CostEstimate): string {
  const { monthly, currency, asOf, unknown, lines } = estimate;
  if (unknown.length && !lines.length) return `Unknown: ${unknown.join('; ')}`;
  const sum = `${formatMoney(parseMoney(monthly), currency)} a month`;
  const basis = asOf
    ? `estimated at list prices of ${formatDay(asOf)}`
    : 'estimated';
  return unknown.length
    ? `At least ${sum}, ${basis}; not in it: ${unknown.join('; ')}`
    : `${sum}, ${basis}`;
}

/** What an estimate does to the entity that it adds to. */
export interface EstimateEffect {
  /** `orders: 410 USD a month now, 424 USD with it`. */
  change: string;
  /** `budget 400 USD, over by 24 USD`. */
  verdict: string;
  isOver: boolean;
}

/** Undefined where nothing is known of the entity. */
export function effectOf(
  { currency, entity }: CostEstimate,
  name: string,
): EstimateEffect | undefined {
  if (!entity) return undefined;
  const { monthlyBefore, monthlyAfter, budget, through } = entity;
  const whole = (amount: bigint) => formatMoney(amount, currency, 0);
  const after = parseMoney(monthlyAfter);
  const known = through
    ? ` (forecast from bills to ${formatDay(through)})`
    : '';
  const now = whole(parseMoney(monthlyBefore));
  const change = `${name}: ${now} a month now${known}, ${whole(after)} with it`;
  if (!budget) {
    return { change, verdict: 'no budget to compare with', isOver: false };
  }
  const limit = parseMoney(budget);
  const left = limit - after;
  const isOver = left < 0n;
  return {
    change,
    verdict: `budget ${whole(limit)}, ${
      isOver ? `over by ${whole(-left)}` : `${whole(left)} left`
    }`,
    isOver,
  };
}

/** The same in one sentence: `orders: 410 USD a month now, 424 USD with it; budget 400 USD, over by 24 USD`. */
export function effectWords(
  estimate: CostEstimate,
  name: string,
): string | undefined {
  const effect = effectOf(estimate, name);
  return effect && `${effect.change}; ${effect.verdict}`;
}
