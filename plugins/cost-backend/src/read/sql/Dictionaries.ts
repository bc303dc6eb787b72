import type { Knex } from 'knex';

/** By what sums are split, without opening rows of the bill. */
export interface Group {
  id: number;
  kind: 'own' | 'shared' | 'estimated' | 'unattributed';
  cause: string | null;
  provider: string;
  account_id: string | null;
  account_name: string | null;
  category: string;
  environment: string | null;
}

/** What numbers of the tables stand for. */
export interface Dictionary {
  /** Rises with each day that is attributed anew. */
  revision: number;
  /** Numbers of subjects by reference; those of which no cost is known have none. */
  subjects: ReadonlyMap<string, number>;
  groups: ReadonlyMap<number, Group>;
  /** Groups that are in no sum. */
  estimated: readonly number[];
}

/** Keeps the dictionary of the newest revision. */
export class Dictionaries {
  readonly #db: Knex;
  #known?: Promise<Dictionary>;

  constructor(db: Knex) {
    this.#db = db;
  }

  /** Rises with each day that is attributed anew. */
  async revision(): Promise<number> {
    const state = await this.#db('cost_state').first('revision');
    return state.revision;
  }

  async current(): Promise<Dictionary> {
    const revision = await this.revision();
    const known = await this.#known?.catch(() => undefined);
    if (known && known.revision === revision) return known;
    this.#known = this.#load(revision);
    return this.#known;
  }

  async #load(revision: number): Promise<Dictionary> {
    const subjects = await this.#db('cost_subject').select('id', 'ref');
    const groups: Group[] = await this.#db('cost_group').select(
      'id',
      'kind',
      'cause',
      'provider',
      'account_id',
      'account_name',
      'category',
      'environment',
    );
    return {
      revision,
      subjects: new Map(
        subjects
          .filter(({ id }) => id !== 0)
          .map(({ id, ref }) => [ref as string, id as number]),
      ),
      groups: new Map(groups.map(group => [group.id, group])),
      estimated: groups
        .filter(({ kind }) => kind === 'estimated')
        .map(({ id }) => id),
    };
  }
}
