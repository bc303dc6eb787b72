import {
  moneyToDecimal,
  type Amount,
  type DailyChart,
} from '@portico/plugin-cost-common';
import { sumOf } from './money';

/** What was spent on each day of a chart, over all its series; null where no bill is known. */
export function dailySums({ days, series }: DailyChart): (Amount | null)[] {
  return days.map((_, at) => {
    const known = series.map(one => one.amounts[at]).filter(it => it !== null);
    return known.length > 0 ? moneyToDecimal(sumOf(known)) : null;
  });
}
