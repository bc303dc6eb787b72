import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { insertRows, type Columns, type Value } from './insertRows';

const CHUNK = 500;
/** Entries that are remembered; more cost a look into the table each. */
const REMEMBERED = 200_000;

/**
 * A table in which the same thing stands once, under a number. What is in it is never changed and never deleted, so
 * that numbers may be remembered, and may be given out before the transaction that uses them.
 */
export class Dictionary<Entry> {
  readonly #db: Knex;
  readonly #table: string;
  readonly #columns: Columns;
  readonly #valuesOf: (entry: Entry) => Value[];
  readonly #known = new Map<string, number>();

  /** @param valuesOf values in the order of the columns */
  constructor(
    db: Knex,
    table: string,
    columns: Columns,
    valuesOf: (entry: Entry) => Value[],
  ) {
    this.#db = db;
    this.#table = table;
    this.#columns = columns;
    this.#valuesOf = valuesOf;
  }

  /** Numbers of entries, in their order; those that are new are added. */
  async idsOf(entries: readonly Entry[]): Promise<number[]> {
    const keyed = entries.map(entry => {
      const values = this.#valuesOf(entry);
      return { key: keyOf(values), values };
    });
    const found = new Map<string, number>();
    const missing = new Map<string, Value[]>();
    for (const { key, values } of keyed) {
      const id = this.#known.get(key);
      if (id === undefined) missing.set(key, values);
      else found.set(key, id);
    }
    if (missing.size) {
      await this.#lookUp([...missing.keys()], found);
      const fresh = [...missing].filter(([key]) => !found.has(key));
      await insertRows(
        this.#db,
        this.#table,
        { hash: 'text', ...this.#columns },
        fresh.map(([key, values]) => [key, ...values]),
        'DO NOTHING',
      );
      await this.#lookUp(
        fresh.map(([key]) => key),
        found,
      );
    }
    return keyed.map(({ key }) => found.get(key)!);
  }

  async #lookUp(keys: string[], found: Map<string, number>): Promise<void> {
    if (this.#known.size + keys.length > REMEMBERED) this.#known.clear();
    for (let at = 0; at < keys.length; at += CHUNK) {
      const rows = await this.#db(this.#table)
        .whereIn('hash', keys.slice(at, at + CHUNK))
        .select('id', 'hash');
      for (const { id, hash } of rows) {
        found.set(hash, id);
        this.#known.set(hash, id);
      }
    }
  }
}

function keyOf(values: Value[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex');
}
