import type { Nanos, ShownMetric } from '@portico/plugin-cost-common';
import type { Knex } from 'knex';
import { dayNumber, dayText, monthNumber } from '../../store/days';
import { monthText } from '../time/months';
import { SubjectClasses } from './SubjectClasses';
import {
  addTo,
  exactSum,
  getOr,
  pairsTable,
  type Pair,
  type Span,
} from './tables';

/** Amounts of buckets by day or month. */
export type Buckets = Map<number, Map<string, Nanos>>;

/** Up to so many subjects are looked up one by one; more are read day by day. */
const FEW = 20;

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
  const span: [number, number] = [dayNumber(from), dayNumber(to)];
  if (pairs.length > FEW) {
    const classes = new SubjectClasses(pairs);
    const rows: ClassSum[] = await classes
      .rows(db, 'cost_daily_total')
      .select('sums.day as at', exactSum(db, metric))
      .whereBetween('sums.day', span)
      .groupBy('sums.day');
    return bucketsOf(ofClasses(classes, rows), dayText);
  }
  const rows: BucketSum[] = await db
    .select('bucket', 'sums.day as at', exactSum(db, metric))
    .from(pairsTable(db, pairs))
    // The order decides which index SQLite takes.
    .joinRaw('CROSS JOIN cost_daily AS sums')
    .whereRaw('sums.subject_id = pairs.subject_id')
    .whereBetween('sums.day', span)
    .modify(query => {
      if (estimated.length) query.whereNotIn('sums.group_id', [...estimated]);
    })
    .groupBy('bucket', 'sums.day');
  return bucketsOf(rows, dayText);
}

/** What buckets cost each day, what is their own apart from their parts of what is shared. */
export async function dailyKinds(
  db: Knex,
  wanted: Omit<Wanted, 'estimated'>,
): Promise<{ own: Buckets; shared: Buckets }> {
  const { from, to, metric, pairs } = wanted;
  const rows: (BucketSum & { kind: string })[] = await db
    .select('bucket', 'g.kind', 'sums.day as at', exactSum(db, metric))
    .from(pairsTable(db, pairs))
    .joinRaw('CROSS JOIN cost_daily AS sums')
    .join('cost_group as g', 'g.id', 'sums.group_id')
    .whereRaw('sums.subject_id = pairs.subject_id')
    .whereBetween('sums.day', [dayNumber(from), dayNumber(to)])
    .groupBy('bucket', 'g.kind', 'sums.day');
  const of = (kind: string) =>
    bucketsOf(
      rows.filter(row => row.kind === kind),
      dayText,
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
  const span: [number, number] = [
    monthNumber(`${months[0]}-01`),
    monthNumber(`${months.at(-1)}-01`),
  ];
  if (pairs.length > FEW) {
    const classes = new SubjectClasses(pairs);
    // First in the order that the table is kept in, which needs no sorting.
    const sums = db('cost_monthly')
      .select('subject_id', 'month', db.raw('SUM(??) AS ??', [metric, metric]))
      // Nearly all months are wanted: reading the table whole is faster than by its index.
      .whereRaw('+month BETWEEN ? AND ?', span)
      .modify(query => {
        if (estimated.length) query.whereNotIn('group_id', [...estimated]);
      })
      .groupBy('subject_id', 'month');
    const rows: ClassSum[] = await classes
      .rows(db, db.raw('(?)', [sums]))
      .select('sums.month as at', exactSum(db, metric))
      .groupBy('sums.month');
    return bucketsOf(ofClasses(classes, rows), monthText);
  }
  const rows: BucketSum[] = await db
    .select('bucket', 'sums.month as at', exactSum(db, metric))
    .from(pairsTable(db, pairs))
    .joinRaw('CROSS JOIN cost_monthly AS sums')
    .whereRaw('sums.subject_id = pairs.subject_id')
    .whereBetween('sums.month', span)
    .modify(query => {
      if (estimated.length) query.whereNotIn('sums.group_id', [...estimated]);
    })
    .groupBy('bucket', 'sums.month');
  return bucketsOf(rows, monthText);
}

interface BucketSum {
  bucket: number;
  at: number;
  amount: string;
}

type ClassSum = Omit<BucketSum, 'bucket'> & { class: number };

/** A class counts for each of its buckets. */
function ofClasses(
  classes: SubjectClasses,
  rows: readonly ClassSum[],
): BucketSum[] {
  return rows.flatMap(row =>
    classes
      .bucketsOf(Number(row.class))
      .map(bucket => ({ bucket, at: row.at, amount: row.amount })),
  );
}

function bucketsOf(
  rows: readonly BucketSum[],
  text: (at: number) => string,
): Buckets {
  const buckets: Buckets = new Map();
  for (const { bucket, at, amount } of rows) {
    const sums = getOr(buckets, Number(bucket), () => new Map());
    addTo(sums, text(at), BigInt(amount));
  }
  return buckets;
}
