import type { Nanos, ShownMetric } from '@portico/plugin-cost-common';
import type { Knex } from 'knex';
import { dayNumber, dayText, monthNumber } from '../../store/days';
import { monthText } from '../time/months';
import { exactSum, getOr, pairsTable, type Pair, type Span } from './tables';

/** Amounts of buckets by day or month. */
export type Buckets = Map<number, Map<string, Nanos>>;

/** Up to so many subjects are looked up one by one; more are read day by day. */
const FEW = 50;

interface Wanted extends Span {
  metric: ShownMetric;
  pairs: readonly Pair[];
  /** Groups that are in no sum. */
  estimated: readonly number[];
}

/** What buckets cost each day. */
export async function dailyTotals(db: Knex, wanted: Wanted): Promise<Buckets> {
  const { from, to, metric, pairs, estimated } = wanted;
  if (pairs.length === 0) return new Map();
  const few = pairs.length <= FEW;
  const rows: { bucket: number; day: number; amount: string }[] = await db
    .select('bucket', 'sums.day', exactSum(db, metric))
    .from(pairsTable(db, pairs))
    // The order decides which index SQLite takes.
    .joinRaw(`CROSS JOIN ${few ? 'cost_daily' : 'cost_daily_total'} AS sums`)
    .whereRaw('sums.subject_id = pairs.subject_id')
    .whereBetween('sums.day', [dayNumber(from), dayNumber(to)])
    .modify(query => {
      if (few && estimated.length) {
        query.whereNotIn('sums.group_id', [...estimated]);
      }
    })
    .groupBy('bucket', 'sums.day');
  return bucketsOf(rows.map(row => ({ ...row, at: dayText(row.day) })));
}

/** What buckets cost each day, what is their own apart from their parts of what is shared. */
export async function dailyKinds(
  db: Knex,
  wanted: Omit<Wanted, 'estimated'>,
): Promise<{ own: Buckets; shared: Buckets }> {
  const { from, to, metric, pairs } = wanted;
  const rows = await db
    .select('bucket', 'g.kind', 'sums.day', exactSum(db, metric))
    .from(pairsTable(db, pairs))
    .joinRaw('CROSS JOIN cost_daily AS sums')
    .join('cost_group as g', 'g.id', 'sums.group_id')
    .whereRaw('sums.subject_id = pairs.subject_id')
    .whereBetween('sums.day', [dayNumber(from), dayNumber(to)])
    .groupBy('bucket', 'g.kind', 'sums.day');
  const of = (kind: string) =>
    bucketsOf(
      rows
        .filter(row => row.kind === kind)
        .map(row => ({ ...row, at: dayText(row.day) })),
    );
  return { own: of('own'), shared: of('shared') };
}

/** What buckets cost each month; days up to the last that any bill is known for. */
export async function monthlyTotals(
  db: Knex,
  wanted: Omit<Wanted, 'from' | 'to'> & { months: readonly string[] },
): Promise<Buckets> {
  const { metric, months, pairs, estimated } = wanted;
  if (pairs.length === 0) return new Map();
  const rows: { bucket: number; month: number; amount: string }[] = await db
    .select('bucket', 'month', exactSum(db, metric))
    .from(pairsTable(db, pairs))
    .joinRaw('CROSS JOIN cost_monthly AS sums')
    .whereRaw('sums.subject_id = pairs.subject_id')
    .whereBetween('month', [
      monthNumber(`${months[0]}-01`),
      monthNumber(`${months.at(-1)}-01`),
    ])
    .modify(query => {
      if (estimated.length) query.whereNotIn('group_id', [...estimated]);
    })
    .groupBy('bucket', 'month');
  return bucketsOf(rows.map(row => ({ ...row, at: monthText(row.month) })));
}

function bucketsOf(
  rows: { bucket: number; at: string; amount: string }[],
): Buckets {
  const buckets: Buckets = new Map();
  for (const { bucket, at, amount } of rows) {
    getOr(buckets, Number(bucket), () => new Map()).set(at, BigInt(amount));
  }
  return buckets;
}
