import Database from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** A set of JSON documents by id. Reads come from memory, each write goes to disk before it returns. */
export interface Collection<T> {
  get(id: string): T | undefined;
  /** Writes the document whole and returns it. */
  put(id: string, value: T): T;
  /** Changes a document that exists; throws if it does not. */
  update(id: string, change: (value: T) => T): T;
  delete(id: string): boolean;
  /** All documents in the order in which their ids were first written. */
  list(): T[];
  entries(): [id: string, value: T][];
  find(predicate: (value: T) => boolean): T | undefined;
  filter(predicate: (value: T) => boolean): T[];
  readonly size: number;
}

/**
 * The sandbox's persistence: one SQLite file, a row a document, so that what a service
 * acknowledged survives `kill -9`.
 */
export class Store {
  static open(file: string): Store {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    const database = new Database(file);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    database.exec(
      `CREATE TABLE IF NOT EXISTS documents (
         service TEXT NOT NULL, collection TEXT NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL,
         PRIMARY KEY (service, collection, id))`,
    );
    return new Store(database);
  }

  readonly #database: Database.Database;
  readonly #collections = new Map<string, SqliteCollection<unknown>>();

  private constructor(database: Database.Database) {
    this.#database = database;
  }

  /** The collection of that name of that service; the same object for the same names. */
  collection<T>(service: string, name: string): Collection<T> {
    const key = `${service}/${name}`;
    let collection = this.#collections.get(key);
    if (!collection) {
      collection = new SqliteCollection<unknown>(this.#database, service, name);
      this.#collections.set(key, collection);
    }
    return collection as Collection<T>;
  }

  /** The next number of a sequence that starts at 1 and survives restarts. */
  nextNumber(service: string, sequence: string): number {
    const sequences = this.collection<number>(service, 'sequences');
    return sequences.put(sequence, (sequences.get(sequence) ?? 0) + 1);
  }

  /** Runs `work` in one transaction: a seed of thousands of documents takes milliseconds. */
  transaction<T>(work: () => T): T {
    return this.#database.transaction(work)();
  }

  /**
   * Empties all collections, in memory and on disk; only those of one service if it is named.
   * Collections that are held go on working.
   */
  clear(service?: string): void {
    if (service === undefined) {
      this.#database.exec('DELETE FROM documents');
    } else {
      this.#database
        .prepare('DELETE FROM documents WHERE service = ?')
        .run(service);
    }
    for (const collection of this.#collections.values()) {
      if (service === undefined || collection.service === service) {
        collection.forget();
      }
    }
  }

  close(): void {
    this.#database.close();
  }
}

class SqliteCollection<T> implements Collection<T> {
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
