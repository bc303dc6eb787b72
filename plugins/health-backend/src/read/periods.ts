import type { HealthPeriod, HealthState } from '@portico/plugin-health-common';
import type { Knex } from 'knex';

const BATCH = 500;

/** A time without collections, ISO 8601. */
export interface Hole {
  from: string;
  until: string;
}

interface PeriodRow {
  entity_ref: string;
  state: HealthState;
  headline: string;
  from_at: string;
  until_at: string | null;
}

/** States at one moment, by entity reference. */
export async function statesAt(
  knex: Knex,
  time: Date,
): Promise<Map<string, HealthState>> {
  const at = time.toISOString();
  const hole = await knex('health_holes')
    .where('from_at', '<=', at)
    .where('until_at', '>', at)
    .first();
  if (hole) return new Map();
  const rows: PeriodRow[] = await knex('health_periods')
    .where('from_at', '<=', at)
    .where(open => open.whereNull('until_at').orWhere('until_at', '>', at))
    .select('entity_ref', 'state');
  return new Map(rows.map(row => [row.entity_ref, row.state]));
}

/** Periods that reach into the time after `from`, oldest first, by entity reference. */
export async function periodsAfter(
  knex: Knex,
  entityRefs: string[],
  from: Date,
): Promise<Map<string, HealthPeriod[]>> {
  const periods = new Map<string, HealthPeriod[]>(
    entityRefs.map(ref => [ref, []]),
  );
  for (let start = 0; start < entityRefs.length; start += BATCH) {
    const rows: PeriodRow[] = await knex('health_periods')
      .whereIn('entity_ref', entityRefs.slice(start, start + BATCH))
      .where(open =>
        open.whereNull('until_at').orWhere('until_at', '>', from.toISOString()),
      )
      .orderBy(['from_at', 'id']);
    for (const row of rows) {
      periods.get(row.entity_ref)!.push({
        from: row.from_at,
        ...(row.until_at && { until: row.until_at }),
        state: row.state,
        headline: row.headline,
      });
    }
  }
  return periods;
}

export async function holesAfter(knex: Knex, from: Date): Promise<Hole[]> {
  const rows = await knex('health_holes')
    .where('until_at', '>', from.toISOString())
    .orderBy('from_at');
  return rows.map(row => ({ from: row.from_at, until: row.until_at }));
}
