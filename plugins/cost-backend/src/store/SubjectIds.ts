import type { Knex } from 'knex';
import { insertRows } from './insertRows';

/** Numbers of entities, as tables have them; 0 is nobody. */
export class SubjectIds {
  readonly #db: Knex;
  readonly #known = new Map<string, number>([['', 0]]);

  constructor(db: Knex) {
    this.#db = db;
  }

  /** By reference; those that are new are added. */
  async of(refs: Iterable<string>): Promise<ReadonlyMap<string, number>> {
    const wanted = new Set(refs);
    if ([...wanted].some(ref => !this.#known.has(ref))) {
      await this.#load();
      const fresh = [...wanted].filter(ref => !this.#known.has(ref));
      if (fresh.length) {
        await insertRows(
          this.#db,
          'cost_subject',
          { ref: 'text' },
          fresh.map(ref => [ref]),
          'DO NOTHING',
        );
        await this.#load();
      }
    }
    return this.#known;
  }

  async #load(): Promise<void> {
    for (const { id, ref } of await this.#db('cost_subject')) {
      this.#known.set(ref, id);
    }
  }
}
