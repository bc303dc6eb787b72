import type { Nanos } from '@portico/plugin-cost-common';
import type { Look } from '../Look';
import { addUp } from '../pure/amounts';
import { dailyTotals, monthlyTotals } from '../sql/totals';
import { dailyVia, monthlyVia } from '../sql/via';
import type { Target } from './Target';

/** What targets cost, day by day to learn from, and month by month. */
export interface Totals {
  daily: ReadonlyMap<string, Nanos>;
  months: ReadonlyMap<string, Nanos>;
}

/** Of many at once, in their order: a fixed number of queries. */
export async function totalsOf(
  { db, dictionary, frame, metric, reach }: Look,
  targets: readonly Pick<Target, 'subjects' | 'via'>[],
): Promise<Totals[]> {
  const { estimated } = dictionary;
  const { months } = frame;
  const pairs = targets.flatMap(({ subjects }, bucket) =>
    subjects.map(subject => [subject, bucket] as const),
  );
  const via = targets.flatMap(it => it.via ?? []);
  const [daily, monthly, viaDaily, viaMonthly] = await Promise.all([
    dailyTotals(db, { ...reach, metric, pairs, estimated }),
    monthlyTotals(db, { months, metric, pairs, estimated }),
    dailyVia(db, { ...reach, metric, resources: via }),
    monthlyVia(db, { months, metric, resources: via }),
  ]);
  return targets.map((target, bucket) => ({
    daily: addUp([
      daily.get(bucket) ?? new Map(),
      (target.via && viaDaily.get(target.via)) || new Map(),
    ]),
    months: addUp([
      monthly.get(bucket) ?? new Map(),
      (target.via && viaMonthly.get(target.via)) || new Map(),
    ]),
  }));
}
