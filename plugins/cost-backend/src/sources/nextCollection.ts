import { moneyToDecimal, parseMoney } from '@portico/plugin-cost-common';
import type { CostSourceStanding } from '@portico/plugin-cost-common';
import { slicesOf } from '../collect/planSlices';
import type { Source } from '../collect/Source';
import { addDays, dayOf, daysFrom } from '../store/days';

/** What asking a source for its newest days would ask for, and cost. */
export function nextCollection(
  source: Source,
  now: Date,
): CostSourceStanding['nextCollection'] {
  const today = dayOf(now);
  const open = addDays(today, -Math.max(1, source.restatedDays));
  const prices = slicesOf(
    daysFrom(open, addDays(today, -1)),
    source.sliceDays,
  ).map(slice => source.priceOf(slice));
  const requests = prices.reduce((sum, it) => sum + it.requests, 0);
  const currency = prices.find(({ cost }) => cost)?.cost?.currency;
  if (!currency) return { requests };
  const amount = prices.reduce(
    (sum, { cost }) => sum + (cost ? parseMoney(cost.amount) : 0n),
    0n,
  );
  return { requests, cost: { amount: moneyToDecimal(amount), currency } };
}
