import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CostBasis, ShownMetric } from '@portico/plugin-cost-common';
import type { Knex } from 'knex';
import type { CostContext } from '../CostContext';
import { CostRights, type Seen } from '../rights/CostRights';
import { resourcesOf } from '../rights/resourcesOf';
import { dayOf } from '../store/days';
import type { CostCatalog } from '../subjects/CostCatalog';
import { Bills, type KnownBills } from './Bills';
import { Dictionaries, type Dictionary } from './sql/Dictionaries';
import type { Span } from './sql/tables';
import { monthFrame, reachOf, type MonthFrame } from './time/MonthFrame';

/** What a month is asked for with. */
export interface LookQuery {
  /** `YYYY-MM`; the newest that something is known of if absent. */
  month?: string;
  metric: ShownMetric;
}

/** All that one request looks at: the same bills, catalog and rights for each of its numbers. */
export interface Look {
  db: Knex;
  metric: ShownMetric;
  currency: string;
  /** Tag that names the environment. */
  environmentTag: string;
  seen: Seen;
  catalog: CostCatalog;
  dictionary: Dictionary;
  bills: KnownBills;
  frame: MonthFrame;
  /** Days that standings need: to learn from, and to compare with. */
  reach: Span;
  /** Days of the month and of the one before it. */
  twoMonths: Span;
  /** What each number of the answer says of itself. */
  basis(): Promise<CostBasis>;
}

type LookContext = Pick<
  CostContext,
  'config' | 'db' | 'now' | 'permissions' | 'subjects'
>;

/** So often an answer is begun, while bills come in. */
const TRIES = 3;

/** Begins to look at costs in somebody's name. */
export class Looks {
  readonly #context: LookContext;
  readonly #bills: Bills;
  readonly #dictionaries: Dictionaries;
  readonly rights: CostRights;

  constructor(context: LookContext) {
    this.#context = context;
    this.#bills = new Bills({
      db: context.db,
      currency: context.config.currency,
    });
    this.#dictionaries = new Dictionaries(context.db);
    this.rights = new CostRights({
      permissions: context.permissions,
      resources: async () => resourcesOf(await context.subjects.catalog()),
    });
  }

  /**
   * Answers from one state of the tables: if days were attributed anew meanwhile, it begins again, so that the numbers
   * of an answer belong together.
   *
   * @throws NotAllowedError for whoever may see no costs at all
   */
  async answer<T>(
    credentials: BackstageCredentials,
    query: LookQuery,
    answer: (look: Look) => Promise<T>,
  ): Promise<T> {
    return this.answerAs(await this.rights.of(credentials), query, answer);
  }

  /** The same with rights that are known already. */
  async answerAs<T>(
    seen: Seen,
    query: LookQuery,
    answer: (look: Look) => Promise<T>,
  ): Promise<T> {
    for (let left = TRIES - 1; ; left--) {
      const look = await this.with(seen, query);
      const answered = await answer(look);
      const revision = await this.#dictionaries.revision();
      if (left === 0 || revision === look.dictionary.revision) return answered;
    }
  }

  /** @throws NotAllowedError for whoever may see no costs at all */
  async of(credentials: BackstageCredentials, query: LookQuery): Promise<Look> {
    return this.with(await this.rights.of(credentials), query);
  }

  /** Looks with rights that are known already. */
  async with(seen: Seen, { month, metric }: LookQuery): Promise<Look> {
    const { config, db, now, subjects } = this.#context;
    const [catalog, dictionary, bills] = await Promise.all([
      subjects.catalog(),
      this.#dictionaries.current(),
      this.#bills.known(),
    ]);
    const frame = monthFrame(month, { ...bills, today: dayOf(now()) });
    const reach = reachOf(frame);
    const twoMonths = { from: `${frame.before.month}-01`, to: reach.to };
    return {
      db,
      metric,
      currency: config.currency,
      environmentTag: config.environmentTag,
      seen,
      catalog,
      dictionary,
      bills,
      frame,
      reach,
      twoMonths,
      basis: () => this.#bills.basis(metric, bills, twoMonths),
    };
  }
}
