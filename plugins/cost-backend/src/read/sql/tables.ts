import type { Nanos, ShownMetric } from '@portico/plugin-cost-common';
import type { Knex } from 'knex';

/** First and last day, `YYYY-MM-DD`, both included. */
export interface Span {
  from: string;
  to: string;
}

/** A subject, and what its costs count for. */
export type Pair = readonly [subject: number, bucket: number];

export function isEmbedded(db: Knex): boolean {
  return String(db.client.config.client).includes('sqlite');
}

/** A table `pairs` of `subject_id` and `bucket`, of any length, to join with. */
export function pairsTable(db: Knex, pairs: readonly Pair[]): Knex.Raw {
  const json = JSON.stringify(pairs);
  return isEmbedded(db)
    ? db.raw(
        `(SELECT json_extract(value, '$[0]') AS subject_id, json_extract(value, '$[1]') AS bucket FROM json_each(?)) AS pairs`,
        [json],
      )
    : db.raw(
        `(SELECT (value->>0)::int AS subject_id, (value->>1)::int AS bucket FROM json_array_elements(?::json)) AS pairs`,
        [json],
      );
}

/** Whether a column is one of these numbers, of which there may be any number. */
export function isOneOf(
  db: Knex,
  column: string,
  numbers: readonly number[],
): Knex.Raw {
  return isEmbedded(db)
    ? db.raw('?? IN (SELECT value FROM json_each(?))', [
        column,
        JSON.stringify(numbers),
      ])
    : db.raw('?? = ANY(?::int[])', [column, numbers as number[]]);
}

/** The value of a tag, from a column of JSON; null where it is absent or empty. Keys hold no quotes: `parse.ts` sees to it. */
export function tagValue(db: Knex, column: string, key: string): Knex.Raw {
  return isEmbedded(db)
    ? db.raw("NULLIF(json_extract(??, ?), '')", [column, `$."${key}"`])
    : db.raw("NULLIF(??::json ->> ?, '')", [column, key]);
}

/** The exact sum of a metric's column, as text; read it with BigInt. */
export function exactSum(
  db: Knex,
  metric: ShownMetric | 'estimated',
  as = 'amount',
): Knex.Raw {
  return db.raw('CAST(SUM(??) AS TEXT) AS ??', [metric, as]);
}

/** Adds an amount to what is there for a key. */
export function addTo<K>(sums: Map<K, Nanos>, key: K, amount: Nanos): void {
  sums.set(key, (sums.get(key) ?? 0n) + amount);
}

/** What is there for a key; made where nothing is. */
export function getOr<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
