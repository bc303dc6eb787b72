import type { Nanos } from '@portico/plugin-cost-common';
import type { Knex } from 'knex';

/** Amount columns of the tables. */
type AmountColumn =
  | 'billed'
  | 'effective'
  | 'estimated'
  | 'list'
  | 'contracted'
  | 'requested'
  | 'used'
  | 'shared'
  | 'excess'
  | 'monthly'
  | 'price'
  | `${'billed' | 'effective'}_original`;

/** Sum of amounts as text, which holds them exactly; for `select`. Read it with `nanosOf`. */
export function sumOf(
  db: Knex,
  column: AmountColumn,
  as: string = column,
): Knex.Raw {
  return db.raw('CAST(COALESCE(SUM(??), 0) AS TEXT) AS ??', [column, as]);
}

/** One amount as text. */
export function amountOf(
  db: Knex,
  column: AmountColumn | `${string}.${AmountColumn}`,
  as: string = column.split('.').pop()!,
): Knex.Raw {
  return db.raw('CAST(?? AS TEXT) AS ??', [column, as]);
}

/** An amount that was read as text. */
export function nanosOf(text: string): Nanos {
  return BigInt(text);
}
