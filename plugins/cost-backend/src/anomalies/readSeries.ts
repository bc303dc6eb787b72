import { setImmediate } from 'node:timers/promises';
import type { Knex } from 'knex';
import { sumOf } from '../store/amounts';
import { addDays, dayNumber, dayText } from '../store/days';
import { seriesId, type SeriesKey } from './Series';

/** Days that are read at once: the event loop has a rest between. */
const CHUNK_DAYS = 5;
const UNIT = 1e9;

/** What one service cost an entity, or nobody, day by day; in units of the currency, for reckoning. */
export interface Series {
  key: SeriesKey;
  costs: Map<string, number>;
}

/**
 * Daily costs of each entity by service, of what is shared by rule, and of what is nobody's by account. Usage alone:
 * credits, taxes and corrections come when they come.
 */
export async function readSeries(
  db: Knex,
  { from, to }: { from: string; to: string },
): Promise<Map<string, Series>> {
  const found = new Map<string, Series>();
  for (let day = from; day <= to; day = addDays(day, CHUNK_DAYS)) {
    const last = addDays(day, CHUNK_DAYS - 1);
    await addChunk(db, { from: day, to: last < to ? last : to }, found);
    await setImmediate();
  }
  return found;
}

async function addChunk(
  db: Knex,
  { from, to }: { from: string; to: string },
  found: Map<string, Series>,
): Promise<void> {
  const rows = await db('cost_line as l')
    .join('cost_party as p', 'p.id', 'l.party_id')
    .join('cost_charge as c', 'c.id', 'l.charge_id')
    .join('cost_subject as s', 's.id', 'p.subject_id')
    .whereBetween('l.day', [dayNumber(from), dayNumber(to)])
    .whereIn('c.charge_category', ['Usage', 'Purchase'])
    .where('c.correction', false)
    .select(
      'l.day',
      'p.kind',
      'c.provider',
      'c.service',
      db.raw(`CASE WHEN p.kind = 'own' THEN s.ref END AS ref`),
      db.raw(`CASE WHEN p.kind = 'shared' THEN p.rule END AS shared_by`),
      db.raw(`CASE WHEN p.kind <> 'own' THEN c.account_id END AS account_id`),
      db.raw('MAX(c.account_name) AS account_name'),
      sumOf(db, 'effective', 'amount'),
    )
    .groupByRaw('1, 2, 3, 4, 5, 6, 7');
  for (const row of rows) {
    const key: SeriesKey = {
      kind: row.kind,
      provider: row.provider,
      service: row.service,
      ...(row.ref && { entityRef: row.ref }),
      ...(row.shared_by && { rule: row.shared_by }),
      ...(row.account_id && {
        accountId: row.account_id,
        accountName: row.account_name ?? row.account_id,
      }),
    };
    const id = seriesId(key);
    const series = found.get(id) ?? { key, costs: new Map<string, number>() };
    found.set(id, series);
    const day = dayText(row.day);
    const cost = Number(row.amount) / UNIT;
    series.costs.set(day, (series.costs.get(day) ?? 0) + cost);
  }
}
