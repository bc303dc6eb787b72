import type { Knex } from 'knex';
import type { DayRange } from '../store/SourceStore';

/** The first and the last day that a source has any rows of. */
export async function knownRange(
  db: Knex,
  sourceId: string,
): Promise<DayRange | undefined> {
  const { first, last } = (await db('cost_day')
    .where({ source_id: sourceId })
    .andWhere('rows', '>', 0)
    .min('day as first')
    .max('day as last')
    .first()) as { first: number | null; last: number | null };
  if (first === null || last === null) return undefined;
  return { from: first, to: last };
}

/**
 * Days that a source answered for without any row, while it had rows before and after: a file that is not there, or
 * a day that was dropped. Ascending.
 */
export async function missingDays(
  db: Knex,
  sourceId: string,
): Promise<number[]> {
  const range = await knownRange(db, sourceId);
  if (!range) return [];
  const rows = await db('cost_day')
    .where({ source_id: sourceId, rows: 0 })
    .andWhere('day', '>', range.from)
    .andWhere('day', '<', range.to)
    .orderBy('day')
    .select('day');
  return rows.map(({ day }) => day);
}
