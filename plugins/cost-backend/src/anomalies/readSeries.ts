import { setImmediate } from 'node:timers/promises';
import type { Knex } from 'knex';
import { sumOf } from '../store/amounts';
import { dayNumber, daysFrom } from '../store/days';
import { seriesId, type SeriesKey } from './Series';

const UNIT = 1e9;

/** What one service cost an entity, or nobody, day by day; in units of the currency, for reckoning. */
export interface Series {
  key: SeriesKey;
  /** By the place of the day; 0 where nothing was charged. */
  costs: Float64Array;
}

/** All series, over the same days. */
export interface AllSeries {
  /** `YYYY-MM-DD`, without gaps. */
  days: readonly string[];
  /** By `seriesId`. */
  series: ReadonlyMap<string, Series>;
}

/**
 * Daily costs of each entity by service, of what is shared by rule, and of what is nobody's by account. Usage alone:
 * credits, taxes and corrections come when they come. Reads a day at a time, with rests for others between.
 */
export async function readSeries(
  db: Knex,
  { from, to }: { from: string; to: string },
): Promise<AllSeries> {
  const days = daysFrom(from, to);
  const series = new Map<string, Series>();
  for (const [at, day] of days.entries()) {
    for (const { key, cost } of await readDay(db, day)) {
      const id = seriesId(key);
      const known = series.get(id) ?? {
        key,
        costs: new Float64Array(days.length),
      };
      series.set(id, known);
      known.costs[at] += cost;
    }
    await setImmediate();
  }
  return { days, series };
}

async function readDay(
  db: Knex,
  day: string,
): Promise<{ key: SeriesKey; cost: number }[]> {
  const rows = await db('cost_line as l')
    .join('cost_party as p', 'p.id', 'l.party_id')
    .join('cost_charge as c', 'c.id', 'l.charge_id')
    .join('cost_subject as s', 's.id', 'p.subject_id')
    .where('l.day', dayNumber(day))
    .whereIn('c.charge_category', ['Usage', 'Purchase'])
    .where('c.correction', false)
    .select(
      'p.kind',
      'c.provider',
      'c.service',
      db.raw(`CASE WHEN p.kind = 'own' THEN s.ref END AS ref`),
      db.raw(`CASE WHEN p.kind = 'shared' THEN p.rule END AS shared_by`),
      db.raw(`CASE WHEN p.kind <> 'own' THEN c.account_id END AS account_id`),
      db.raw('MAX(c.account_name) AS account_name'),
      sumOf(db, 'effective', 'amount'),
    )
    .groupByRaw('1, 2, 3, 4, 5, 6');
  return rows.map(row => ({
    key: {
      kind: row.kind,
      provider: row.provider,
      service: row.service,
      ...(row.ref && { entityRef: row.ref }),
      ...(row.shared_by && { rule: row.shared_by }),
      ...(row.account_id && {
        accountId: row.account_id,
        accountName: row.account_name ?? row.account_id,
      }),
    },
    cost: Number(row.amount) / UNIT,
  }));
}
