import type Database from 'better-sqlite3';
import type { Collection } from './Collection';

/** A collection whose documents are rows of one table, and all in memory. */
export class SqliteCollection<T> implements Collection<T> {
  readonly service: string;
  readonly #values = new Map<string, T>();
  readonly #write: (id: string, value: T) => void;
  readonly #remove: (id: string) => void;

  constructor(database: Database.Database, service: string, name: string) {
    this.service = service;
    const rows = database
      .prepare(
        'SELECT id, value FROM documents WHERE service = ? AND collection = ? ORDER BY rowid',
      )
      .all(service, name) as { id: string; value: string }[];
    for (const row of rows) this.#values.set(row.id, JSON.parse(row.value));

    const upsert = database.prepare(
      `INSERT INTO documents (service, collection, id, value) VALUES (?, ?, ?, ?)
       ON CONFLICT (service, collection, id) DO UPDATE SET value = excluded.value`,
    );
    const erase = database.prepare(
      'DELETE FROM documents WHERE service = ? AND collection = ? AND id = ?',
    );
    this.#write = (id, value) =>
      upsert.run(service, name, id, JSON.stringify(value));
    this.#remove = id => erase.run(service, name, id);
  }

  get size() {
    return this.#values.size;
  }

  /** Drops what memory holds, after the rows are gone. */
  forget() {
    this.#values.clear();
  }

  get(id: string) {
    return this.#values.get(id);
  }

  put(id: string, value: T) {
    this.#write(id, value);
    this.#values.set(id, value);
    return value;
  }

  update(id: string, change: (value: T) => T) {
    const value = this.#values.get(id);
    if (value === undefined) throw new Error(`No document '${id}' to change`);
    return this.put(id, change(value));
  }

  delete(id: string) {
    if (!this.#values.has(id)) return false;
    this.#remove(id);
    return this.#values.delete(id);
  }

  list() {
    return [...this.#values.values()];
  }

  entries() {
    return [...this.#values.entries()];
  }

  find(predicate: (value: T) => boolean) {
    for (const value of this.#values.values()) {
      if (predicate(value)) return value;
    }
    return undefined;
  }

  filter(predicate: (value: T) => boolean) {
    return this.list().filter(predicate);
  }
}
