import type { HealthState } from '@portico/plugin-health-common';
import type { HealthStore, StoredState } from '../store/HealthStore';
import type { ProviderRun, StoredVerdict } from '../store/types';
import { byAttention } from '../verdict/ranking';
import { statesAt } from './periods';

const DAY_MS = 86_400_000;

/** All verdicts of one revision. */
export interface Summaries extends StoredState {
  runs: Map<string, ProviderRun>;
  /** Worst first. */
  verdicts: Map<string, StoredVerdict>;
  /** States of a day ago, of those that had one. */
  yesterday: Map<string, HealthState>;
}

/** The newest verdicts. Each reading looks into the database, but only for what it does not have yet. */
export class SummaryCache {
  readonly #store: HealthStore;
  readonly #now: () => Date;
  #known?: Summaries;
  #loading?: { revision: number; summaries: Promise<Summaries> };

  constructor(options: { store: HealthStore; now: () => Date }) {
    this.#store = options.store;
    this.#now = options.now;
  }

  async current(): Promise<Summaries> {
    const state = await this.#store.state();
    if (this.#known && this.#known.revision >= state.revision) {
      return this.#known;
    }
    if (this.#loading && this.#loading.revision >= state.revision) {
      return this.#loading.summaries;
    }
    const summaries = this.#load(state);
    const loading = { revision: state.revision, summaries };
    this.#loading = loading;
    const done = () => {
      if (this.#loading === loading) this.#loading = undefined;
    };
    summaries.then(done, done);
    return summaries;
  }

  async #load(state: StoredState): Promise<Summaries> {
    const known =
      this.#known && this.#known.revision >= state.removedRevision
        ? this.#known
        : undefined;
    const changed = await this.#store.verdictsAfter(known?.revision ?? -1);
    const all = new Map(known?.verdicts);
    for (const verdict of changed) all.set(verdict.summary.entityRef, verdict);
    const summaries = {
      ...state,
      runs: await this.#store.runs(),
      verdicts: new Map(
        [...all].sort(([, a], [, b]) => byAttention(a.summary, b.summary)),
      ),
      yesterday: await statesAt(
        this.#store.knex,
        new Date(this.#now().getTime() - DAY_MS),
      ),
    };
    if (!this.#known || this.#known.revision < summaries.revision) {
      this.#known = summaries;
    }
    return summaries;
  }
}
