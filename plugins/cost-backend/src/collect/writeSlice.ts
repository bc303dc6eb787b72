import type { DaySlice } from '@portico/plugin-cost-node';
import type { Knex } from 'knex';
import { dayNumber, daysFrom } from '../store/days';
import { insertRows, type Value } from '../store/insertRows';
import type { DayRows, PulledSlice, Source } from './Source';

/**
 * Puts the days of a slice in the place of what was known of them, a transaction a day. A day that has not changed is
 * left alone, so that nothing is attributed again in vain.
 *
 * @returns how many rows the days have, and how many days have changed
 */
export async function writeSlice(
  db: Knex,
  source: Source,
  slice: DaySlice,
  pulled: PulledSlice,
  at: Date,
): Promise<{ rows: number; changed: number }> {
  let rows = 0;
  let changed = 0;
  for (const day of daysFrom(slice.from, slice.to)) {
    const fresh = pulled.days.get(day) ?? [];
    rows += fresh.length;
    const written = await db.transaction(trx =>
      writeDay(trx, source, dayNumber(day), fresh, at),
    );
    if (written) changed += 1;
  }
  return { rows, changed };
}

async function writeDay(
  trx: Knex,
  source: Source,
  day: number,
  rows: DayRows,
  at: Date,
): Promise<boolean> {
  const { name, columns } = source.table;
  const where = { source_id: source.id, day };
  await trx('cost_day')
    .insert({ ...where, rows: rows.length, collected_at: at.toISOString() })
    .onConflict(['source_id', 'day'])
    .merge();
  if (await isKnown(trx, source, day, rows)) return false;
  await trx(name).where(where).delete();
  await insertRows(
    trx,
    name,
    { source_id: 'text', day: 'int', ...columns },
    rows.map(row => [source.id, day, ...row]),
  );
  if (source.role !== 'units') {
    await trx('cost_ledger')
      .insert({ day, written: 1, attributed: 0 })
      .onConflict('day')
      .merge({ written: trx.raw('cost_ledger.written + 1') });
  }
  return true;
}

/** Whether a day has these rows already, in any order. */
async function isKnown(
  trx: Knex,
  { id, table }: Source,
  day: number,
  rows: readonly Value[][],
): Promise<boolean> {
  const { columns, reckoned = [] } = table;
  const names = Object.keys(columns);
  const compared = names.filter(it => !reckoned.includes(it));
  const known = await trx(table.name)
    .where({ source_id: id, day })
    .select(compared.map(it => trx.raw('CAST(?? AS TEXT) AS ??', [it, it])));
  if (known.length !== rows.length) return false;
  const places = compared.map(it => names.indexOf(it));
  const before = known.map(row => keyOf(compared.map(it => row[it]))).sort();
  const after = rows.map(row => keyOf(places.map(it => row[it]))).sort();
  return after.every((key, index) => key === before[index]);
}

function keyOf(values: readonly Value[]): string {
  return values.map(value => String(value ?? '')).join('\u0000');
}
