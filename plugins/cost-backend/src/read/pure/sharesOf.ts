import type { CostShare, Nanos } from '@portico/plugin-cost-common';
import type { MonthFrame } from '../time/MonthFrame';
import {
  addUp,
  cents,
  changeOf,
  roundTo,
  sum,
  sumOf,
  type Daily,
} from './amounts';
import { bySize } from './chartOf';

/** A value of a dimension, with what is its own and what is its part of something shared. */
export interface Share {
  id: string;
  title: string;
  own: Daily;
  shared: Daily;
  /** Names of the rules by which it is shared, where they are known. */
  rules?: readonly string[];
}

/**
 * Rows of a month's sum, largest first. They add up to it as it is shown.
 *
 * @param total in whole cents; the rounded sum if absent
 */
export function sharesOf(
  { before, days, knows }: MonthFrame,
  shares: readonly Share[],
  options: { currency: string; total?: Nanos },
): CostShare[] {
  const rows = shares
    .map(share => {
      const daily = addUp([share.own, share.shared]);
      return {
        ...share,
        daily,
        total: sumOf(daily, days),
        earlier: sumOf(daily, before.days),
      };
    })
    .filter(({ total, earlier }) => total !== 0n || earlier !== 0n)
    .sort(bySize);
  const amounts = roundTo(
    rows.map(({ total }) => total),
    options.total,
  );
  return rows.map((row, at) => {
    const change = changeOf(row.total, row.earlier);
    return {
      id: row.id,
      title: row.title,
      ...kindOf(row, days, options.currency),
      amount: cents(amounts[at]),
      ...(change !== undefined && { change }),
      daily: days.map(day =>
        knows(day) ? cents(row.daily.get(day) ?? 0n) : null,
      ),
    };
  });
}

function kindOf(
  { own, shared, rules = [] }: Share,
  days: readonly string[],
  currency: string,
): Pick<CostShare, 'kind' | 'note'> {
  const part = sumOf(shared, days);
  const ruled = rules.length ? `split by ${rules.join(', ')}` : 'shared';
  if (part === 0n) return { kind: 'own' };
  if (sum(own.values()) === 0n) {
    return { kind: 'shared', ...(rules.length && { note: ruled }) };
  }
  return { kind: 'own', note: `${cents(part)} ${currency} of it ${ruled}` };
}
