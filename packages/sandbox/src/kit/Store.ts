import Database from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Collection } from './Collection';
import { SqliteCollection } from './SqliteCollection';

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
