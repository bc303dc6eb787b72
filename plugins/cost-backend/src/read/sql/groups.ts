import type { Nanos, ShownMetric } from '@portico/plugin-cost-common';
import type { Knex } from 'knex';
import { dayNumber, dayText } from '../../store/days';
import { exactSum, isOneOf, type Span } from './tables';

/** What a group of charges cost on a day, or in a month. */
export interface GroupAmount {
  group: number;
  /** `YYYY-MM-DD`, or `YYYY-MM` where months were asked for. */
  at: string;
  amount: Nanos;
}

interface Wanted extends Span {
  metric: ShownMetric;
  /** Numbers of subjects; `all` for the whole bill with what is nobody's. */
  subjects: readonly number[] | 'all';
}

/** What groups of charges cost each day. */
export async function dailyGroups(
  db: Knex,
  wanted: Wanted,
): Promise<GroupAmount[]> {
  const rows = await between(db, wanted)
    .select('group_id', 'day', exactSum(db, wanted.metric))
    .groupBy('group_id', 'day');
  return rows.map(({ group_id, day, amount }) => ({
    group: group_id,
    at: dayText(day),
    amount: BigInt(amount),
  }));
}

/** What groups of charges cost each month of the span. */
export async function monthlyGroups(
  db: Knex,
  wanted: Wanted,
): Promise<GroupAmount[]> {
  // Whole numbers divide without a rest, in both databases.
  const month = db.raw('day / 100');
  const rows = await between(db, wanted)
    .select(
      'group_id',
      db.raw('day / 100 AS month'),
      exactSum(db, wanted.metric),
    )
    .groupBy('group_id', month);
  return rows.map(({ group_id, month: number, amount }) => ({
    group: group_id,
    at: `${String(number).slice(0, 4)}-${String(number).slice(4)}`,
    amount: BigInt(amount),
  }));
}

function between(db: Knex, { subjects, from, to }: Wanted) {
  const span: [number, number] = [dayNumber(from), dayNumber(to)];
  return subjects === 'all'
    ? db('cost_daily_group').whereBetween('day', span)
    : db('cost_daily')
        .where(isOneOf(db, 'subject_id', subjects))
        .whereBetween('day', span);
}
