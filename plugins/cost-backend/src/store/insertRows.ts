import type { Knex } from 'knex';

/** A table or a part of it: columns in the order of the values, each with its type. */
export type Columns = Readonly<
  Record<string, 'int' | 'bigint' | 'text' | 'float' | 'bool'>
>;

export type Value = string | number | bigint | boolean | null | undefined;

const CHUNK = 4000;
const POSTGRES = {
  int: 'int[]',
  bigint: 'bigint[]',
  text: 'text[]',
  float: 'float8[]',
  bool: 'bool[]',
};

/**
 * Inserts many rows with few statements: PostgreSQL gets an array a column, SQLite a JSON text a statement. Both keep
 * whole numbers of 64 bits. Other work of the process gets its turn in between.
 *
 * @param conflict what follows `ON CONFLICT`
 */
export async function insertRows(
  db: Knex,
  table: string,
  columns: Columns,
  rows: readonly Value[][],
  conflict?: string,
): Promise<void> {
  const names = Object.keys(columns);
  const into = `INSERT INTO ${table} (${names.join(', ')})`;
  const end = conflict ? ` ON CONFLICT ${conflict}` : '';
  const embedded = db.client.config.client !== 'pg';
  for (let at = 0; at < rows.length; at += CHUNK) {
    const chunk = rows.slice(at, at + CHUNK);
    if (embedded) {
      const values = names.map((_, index) => `value->>${index}`);
      await db.raw(
        `${into} SELECT ${values.join(
          ', ',
        )} FROM json_each(?) WHERE true${end}`,
        [jsonOf(chunk)],
      );
      await new Promise(setImmediate);
    } else {
      const arrays = Object.values(columns).map(type => `?::${POSTGRES[type]}`);
      await db.raw(
        `${into} SELECT * FROM UNNEST(${arrays.join(', ')})${end}`,
        names.map((_, index) => chunk.map(row => row[index] ?? null)) as never,
      );
    }
  }
}

/** JSON has no limit to its whole numbers; only JavaScript's own has. */
function jsonOf(rows: readonly Value[][]): string {
  const lines = rows.map(
    row =>
      `[${row
        .map(value =>
          typeof value === 'bigint'
            ? `${value}`
            : JSON.stringify(value ?? null),
        )
        .join()}]`,
  );
  return `[${lines.join()}]`;
}
