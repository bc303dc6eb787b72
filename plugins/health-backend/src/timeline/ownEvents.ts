import type { HealthState, TimelineEvent } from '@portico/plugin-health-common';
import type { Knex } from 'knex';
import type { TimeRange } from '../series/alignRange';

const MOST_EVENTS = 500;

const WORDS: Record<HealthState, string> = {
  healthy: 'Healthy',
  degraded: 'Degraded',
  failing: 'Failing',
  unknown: 'Unknown',
};

/** Changes of the verdict. */
export async function verdictEvents(
  knex: Knex,
  entityRef: string,
  range: TimeRange,
): Promise<TimelineEvent[]> {
  const rows = await knex('health_periods')
    .where({ entity_ref: entityRef })
    .whereBetween('from_at', bounds(range))
    .orderBy('from_at', 'desc')
    .limit(MOST_EVENTS);
  return rows.map(row => ({
    id: `verdict:${row.id}`,
    at: row.from_at,
    kind: 'verdict' as const,
    title: WORDS[row.state as HealthState],
    ...(row.headline && { detail: row.headline }),
    state: row.state,
  }));
}

/** Alerts, incidents, changes of the catalog, and outages of the sources that apply. */
export async function storedEvents(
  knex: Knex,
  entityRef: string,
  applies: string[],
  range: TimeRange,
): Promise<TimelineEvent[]> {
  const rows = await knex('health_events')
    .whereBetween('at', bounds(range))
    .where(concerned =>
      concerned
        .where({ entity_ref: entityRef })
        .orWhere(ofSource =>
          ofSource.whereNull('entity_ref').whereIn('provider', applies),
        ),
    )
    .orderBy('at', 'desc')
    .limit(MOST_EVENTS);
  return rows.map(row => ({
    id: `event:${row.id}`,
    at: row.at,
    ...JSON.parse(row.event),
  }));
}

function bounds({ from, to }: TimeRange): [string, string] {
  return [from.toISOString(), to.toISOString()];
}
