import type { AnomalyView, Nanos } from '@portico/plugin-cost-common';
import type { Knex } from 'knex';
import { amountOf, nanosOf } from '../store/amounts';
import { dayNumber, dayText } from '../store/days';
import type { Change } from './Change';

/** What is kept of an anomaly beside its columns: all of the view but its state, and the changes that were found. */
export type AnomalyDetail = Omit<
  AnomalyView,
  'id' | 'entityRef' | 'since' | 'until' | 'state' | 'resolved'
> & { changes: Change[] };

/** An anomaly as it was found. */
export interface FoundAnomaly {
  id: string;
  entityRef?: string;
  /** `seriesId` of what was looked at. */
  series: string;
  from: string;
  /** Last day; absent while it goes on. */
  to?: string;
  /** Beyond what is usual, all days together. */
  excess: Nanos;
  detail: AnomalyDetail;
}

/** An anomaly as it is stored. */
export interface StoredAnomaly extends FoundAnomaly {
  foundAt: string;
  toldAt?: string;
  resolved?: { by: string; at: string; reason: string };
}

/** Anomalies, with what people said of them. */
export class AnomalyStore {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  /** Those that begin on that day or later, or go on. */
  async since(day: string): Promise<StoredAnomaly[]> {
    return this.#select(query =>
      query.where('from_day', '>=', dayNumber(day)).orWhereNull('to_day'),
    );
  }

  async get(id: string): Promise<StoredAnomaly | undefined> {
    const [found] = await this.#select(query => query.where({ id }));
    return found;
  }

  async untold(since: Date): Promise<StoredAnomaly[]> {
    return this.#select(query =>
      query
        .whereNull('told_at')
        .whereNull('resolved_at')
        .where('found_at', '>=', since.toISOString()),
    );
  }

  async told(id: string, at: string): Promise<void> {
    await this.#db('cost_anomaly').where({ id }).update({ told_at: at });
  }

  async resolve(
    id: string,
    { by, at, reason }: { by: string; at: string; reason: string },
  ): Promise<void> {
    await this.#db('cost_anomaly').where({ id }).update({
      resolved_by: by,
      resolved_at: at,
      resolved_reason: reason,
    });
  }

  /** Writes what was found, and removes what no bill says any more. What people said of one stays. */
  async change(
    found: readonly FoundAnomaly[],
    remove: readonly string[],
    at: string,
  ): Promise<void> {
    if (found.length + remove.length === 0) return;
    await this.#db.transaction(async trx => {
      for (const id of remove) await trx('cost_anomaly').where({ id }).delete();
      for (const anomaly of found) {
        await trx('cost_anomaly')
          .insert({ ...rowOf(anomaly), found_at: at })
          .onConflict('id')
          .merge(Object.keys(rowOf(anomaly)));
      }
    });
  }

  async #select(
    narrow: (query: Knex.QueryBuilder) => unknown,
  ): Promise<StoredAnomaly[]> {
    const rows = await this.#db('cost_anomaly')
      .select('*', amountOf(this.#db, 'excess'))
      .where(query => {
        narrow(query);
      })
      .orderBy(['from_day', 'id']);
    return rows.map(anomalyOf);
  }
}

function rowOf({
  id,
  entityRef,
  series,
  from,
  to,
  excess,
  detail,
}: FoundAnomaly) {
  return {
    id,
    entity_ref: entityRef ?? null,
    series,
    from_day: dayNumber(from),
    to_day: to === undefined ? null : dayNumber(to),
    excess: String(excess),
    view: JSON.stringify(detail),
  };
}

function anomalyOf(row: {
  id: string;
  entity_ref: string | null;
  series: string;
  from_day: number;
  to_day: number | null;
  excess: string;
  view: string;
  found_at: string;
  told_at: string | null;
  resolved_by: string | null;
  resolved_at: string | null;
  resolved_reason: string | null;
}): StoredAnomaly {
  return {
    id: row.id,
    ...(row.entity_ref && { entityRef: row.entity_ref }),
    series: row.series,
    from: dayText(row.from_day),
    ...(row.to_day && { to: dayText(row.to_day) }),
    excess: nanosOf(row.excess),
    detail: JSON.parse(row.view),
    foundAt: row.found_at,
    ...(row.told_at && { toldAt: row.told_at }),
    ...(row.resolved_by &&
      row.resolved_at && {
        resolved: {
          by: row.resolved_by,
          at: row.resolved_at,
          reason: row.resolved_reason ?? '',
        },
      }),
  };
}
