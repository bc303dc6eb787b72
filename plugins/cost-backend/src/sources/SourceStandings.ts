import {
  moneyToDecimal,
  type CostSourceStanding,
} from '@portico/plugin-cost-common';
import type { Knex } from 'knex';
import { knownRange, missingDays } from '../collect/missingDays';
import type { Source } from '../collect/Source';
import { nanosOf, sumOf } from '../store/amounts';
import { dayOf, dayText } from '../store/days';
import type { SourceStore, StoredSource } from '../store/SourceStore';
import { nextCollection } from './nextCollection';

/** Rows that could not be read that are shown of one source. */
const SHOWN = 50;

/** Says how bills come in. Reads tables alone. */
export class SourceStandings {
  readonly #db: Knex;
  readonly #store: SourceStore;
  readonly #sources: readonly Source[];
  readonly #now: () => Date;

  constructor(options: {
    db: Knex;
    store: SourceStore;
    sources: readonly Source[];
    now: () => Date;
  }) {
    this.#sources = options.sources;
    this.#db = options.db;
    this.#store = options.store;
    this.#now = options.now;
  }

  async all(): Promise<CostSourceStanding[]> {
    const sources = await this.#store.all();
    return Promise.all(sources.map(source => this.#standing(source)));
  }

  async #standing(source: StoredSource): Promise<CostSourceStanding> {
    const { id } = source;
    const configured = this.#sources.find(it => it.id === id);
    const [known, missing, backfill, spent, malformed] = await Promise.all([
      knownRange(this.#db, id),
      missingDays(this.#db, id),
      this.#backfill(id),
      this.#spent(id),
      this.#malformed(id),
    ]);
    return {
      ...{ id, title: source.title, kind: source.kind, role: source.role },
      ...(known && { from: dayText(known.from), through: dayText(known.to) }),
      missingDays: missing.map(dayText),
      lastSuccess: source.lastSuccess,
      lastAttempt: source.lastAttempt,
      lastError: source.lastError,
      backfill,
      ...spent,
      ...(configured && {
        nextCollection: nextCollection(configured, this.#now()),
      }),
      malformed,
    };
  }

  async #backfill(id: string): Promise<{ done: number; of: number }> {
    const rows = await this.#db('cost_slice')
      .where({ source_id: id, purpose: 'backfill' })
      .groupBy('state')
      .select('state', this.#db.raw('COUNT(*) AS count'));
    const count = (state: string) =>
      Number(rows.find(it => it.state === state)?.count ?? 0);
    return { done: count('done'), of: count('done') + count('planned') };
  }

  /** Requests of this month: those that were made for it, whatever days they asked for. */
  async #spent(
    id: string,
  ): Promise<Pick<CostSourceStanding, 'requests' | 'spent'>> {
    const begin = `${dayOf(this.#now()).slice(0, 7)}-01`;
    const rows = await this.#db('cost_slice')
      .where({ source_id: id })
      .andWhere(query =>
        query.where('collected_at', '>=', begin).orWhereNull('collected_at'),
      )
      .groupBy('price_currency')
      .select(
        'price_currency',
        sumOf(this.#db, 'price'),
        this.#db.raw('SUM(requests) AS requests'),
      );
    const priced = rows.find(it => it.price_currency !== null);
    return {
      requests: rows.reduce((sum, it) => sum + Number(it.requests ?? 0), 0),
      ...(priced && {
        spent: {
          amount: moneyToDecimal(nanosOf(priced.price)),
          currency: priced.price_currency,
        },
      }),
    };
  }

  /** Of the newest pull of each day. */
  async #malformed(id: string): Promise<CostSourceStanding['malformed']> {
    const rows = await this.#db('cost_slice')
      .where({ source_id: id, state: 'done' })
      .orderBy('collected_at', 'desc')
      .orderBy('id', 'desc')
      .select('from_day', 'to_day', 'problems');
    const seen = new Set<string>();
    const found: CostSourceStanding['malformed'] = [];
    for (const { from_day: from, to_day: to, problems } of rows) {
      const range = `${from} ${to}`;
      const newer = seen.has(range);
      seen.add(range);
      if (newer || !problems) continue;
      found.push(...JSON.parse(problems));
      if (found.length >= SHOWN) break;
    }
    return found.slice(0, SHOWN);
  }
}
