import type { GrafanaClient, SearchHit } from '@portico/plugin-grafana-node';
import type { InstanceFailure } from '@portico/plugin-grafana-common';
import type { SelectorFacts } from './Selector';

/** One dashboard of an instance. */
export interface IndexedDashboard extends SelectorFacts {
  /** Name of the instance. */
  instance: string;
}

/** All dashboards of an instance, as of the last time that it told. */
export interface Listing {
  items: readonly IndexedDashboard[];
  /** Undefined if it never told. */
  at?: Date;
  /** Why it could not tell now; the list may be old. */
  failure?: InstanceFailure;
  /** What it threw. */
  error?: Error;
}

const KEPT_MS = 60_000;
/** Not asked again right after it failed. */
const FAILURE_KEPT_MS = 5000;
const PAGE = 1000;
const MOST_PAGES = 50;

/** Told of each time that an instance was asked. */
export type OnListed = (
  instance: string,
  outcome: { at: Date; ms: number; items: number; error?: Error },
) => void;

/** The dashboards of one instance, asked for once a minute at the most, however many want to know. */
export class DashboardIndex {
  readonly #client: GrafanaClient;
  readonly #now: () => Date;
  readonly #onListed: OnListed;
  #last: Listing = { items: [] };
  #triedAt = -Infinity;
  #asking?: Promise<Listing>;

  constructor(options: {
    client: GrafanaClient;
    now: () => Date;
    onListed?: OnListed;
  }) {
    this.#client = options.client;
    this.#now = options.now;
    this.#onListed = options.onListed ?? (() => undefined);
  }

  get client(): GrafanaClient {
    return this.#client;
  }

  /**
   * Never fails: what went wrong is in the listing.
   *
   * @param youngerThanMs how old it may be; a minute if absent
   */
  async list(youngerThanMs = KEPT_MS): Promise<Listing> {
    const age = this.#now().getTime() - this.#triedAt;
    const most = this.#last.failure ? FAILURE_KEPT_MS : youngerThanMs;
    if (age < most) return this.#last;
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #ask(): Promise<Listing> {
    const { name: instance } = this.#client.instance;
    const started = this.#now();
    let error: Error | undefined;
    try {
      const hits = await this.#search();
      const items = hits.map(hit => indexed(this.#client, hit));
      this.#last = { items, at: this.#now() };
    } catch (caught) {
      error = caught as Error;
      const { name: problem, message } = error;
      const failure = { instance, problem, message };
      this.#last = { ...this.#last, failure, error };
    }
    this.#triedAt = this.#now().getTime();
    const ms = this.#triedAt - started.getTime();
    const items = error ? 0 : this.#last.items.length;
    this.#onListed(instance, { at: started, ms, items, error });
    return this.#last;
  }

  async #search(): Promise<SearchHit[]> {
    const hits: SearchHit[] = [];
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const some = await this.#client.search({
        type: 'dash-db',
        page,
        limit: PAGE,
      });
      hits.push(...some);
      if (some.length < PAGE) break;
    }
    return hits;
  }
}

function indexed(client: GrafanaClient, hit: SearchHit): IndexedDashboard {
  return {
    instance: client.instance.name,
    uid: hit.uid,
    title: hit.title,
    tags: hit.tags ?? [],
    url: client.pageUrl(pathOf(hit.url)),
    folderTitle: hit.folderTitle ?? '',
    folderUrl: hit.folderUrl ? client.pageUrl(pathOf(hit.folderUrl)) : '',
    folderUid: hit.folderUid ?? '',
  };
}

/** Without the path below which Grafana is served, which its address has already. */
function pathOf(url: string): string {
  return url.match(/\/(?:d|dashboards)\/.*$/)?.[0] ?? url;
}
