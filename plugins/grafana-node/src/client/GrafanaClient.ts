import { NotFoundError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Download, Patience } from '@portico/plugin-upstream-node';
import type { GrafanaInstance } from '../config/readGrafanaInstances';
import { GrafanaProblem } from '../GrafanaProblem';
import type { Call, LimitedCall } from './Call';
import { GrafanaAlerting } from './GrafanaAlerting';
import { GrafanaContent } from './GrafanaContent';
import { GrafanaHttp } from './GrafanaHttp';
import { GrafanaQueries } from './GrafanaQueries';
import { readDashboard } from './readDashboard';
import type {
  Dashboard,
  Datasource,
  Folder,
  FrontendSettings,
  GrafanaUser,
  LibraryPanel,
  QueryResults,
  SearchHit,
} from './types';

export interface GrafanaClientOptions {
  patience?: Patience;
}

/**
 * Client of one Grafana. Reads are repeated where it does not answer, queries and writes are not. All methods throw
 * what `GrafanaHttp.request` throws.
 */
export class GrafanaClient {
  readonly instance: GrafanaInstance;
  /** Rules and silences. */
  readonly alerting: GrafanaAlerting;
  /** What Portico makes: folders, dashboards. */
  readonly content: GrafanaContent;
  readonly #http: GrafanaHttp;
  readonly #queries: GrafanaQueries;

  constructor(
    instance: GrafanaInstance,
    { patience }: GrafanaClientOptions = {},
  ) {
    this.instance = instance;
    this.#http = new GrafanaHttp(instance, patience);
    this.#queries = new GrafanaQueries(instance, patience);
    this.alerting = new GrafanaAlerting(instance, this.#http);
    this.content = new GrafanaContent(this.#http);
  }

  /** Address of one of its pages for people, e.g. of `/d/orders-red`; a sub-path that Grafana has put in front stays. */
  pageUrl(path: string): string {
    const { externalUrl } = this.instance;
    const subPath = new URL(externalUrl).pathname.replace(/\/$/, '');
    const isComplete = subPath !== '' && path.startsWith(`${subPath}/`);
    return `${externalUrl}${isComplete ? path.slice(subPath.length) : path}`;
  }

  /**
   * One page of what the token may see; the last one has less than `limit`.
   *
   * @param options.tags all of them
   * @param options.page from 1
   * @param options.limit 1000 if absent, and at the most
   */
  async search(
    options: {
      type?: 'dash-db' | 'dash-folder';
      tags?: readonly string[];
      query?: string;
      folderUids?: readonly string[];
      dashboardUids?: readonly string[];
      page?: number;
      limit?: number;
    } = {},
    call: Call = {},
  ): Promise<SearchHit[]> {
    const { type = 'dash-db', page = 1, limit = 1000, query } = options;
    const params = new URLSearchParams({
      type,
      limit: String(limit),
      page: String(page),
    });
    if (query) params.set('query', query);
    for (const tag of options.tags ?? []) params.append('tag', tag);
    for (const uid of options.folderUids ?? [])
      params.append('folderUIDs', uid);
    for (const uid of options.dashboardUids ?? []) {
      params.append('dashboardUIDs', uid);
    }
    return this.#get('/api/search', { ...call, query: params });
  }

  /** @throws GrafanaProblem `DashboardNotFoundError` */
  async dashboard(uid: string, call: LimitedCall = {}): Promise<Dashboard> {
    try {
      return await readDashboard(uid, (path, query) =>
        this.#get(path, { ...call, query }),
      );
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
      throw new GrafanaProblem(
        'DashboardNotFoundError',
        `Grafana '${this.instance.name}' has no dashboard '${uid}' any more, or does not show it to Portico.`,
        error,
      );
    }
  }

  /** @throws NotFoundError */
  async libraryPanel(uid: string, call: Call = {}): Promise<LibraryPanel> {
    const path = `/api/library-elements/${encodeURIComponent(uid)}`;
    const { result } = await this.#get<{ result: LibraryPanel }>(path, call);
    return result;
  }

  /** Folders at the top, or in another one. */
  async folders(
    options: { parentUid?: string } = {},
    call: Call = {},
  ): Promise<Folder[]> {
    const query = new URLSearchParams({ limit: '1000', ...options });
    return this.#get('/api/folders', { ...call, query });
  }

  /** @throws NotFoundError */
  async folder(uid: string, call: Call = {}): Promise<Folder> {
    return this.#get(`/api/folders/${encodeURIComponent(uid)}`, call);
  }

  async datasources(call: Call = {}): Promise<Datasource[]> {
    return this.#get('/api/datasources', call);
  }

  /**
   * Runs queries: `POST /api/ds/query`. Those that fail say so in their result.
   *
   * @param body `{ queries, from, to }`
   * @throws GrafanaProblem also `DatasourceNotFoundError` and `QueryFailedError`
   */
  async query(body: JsonObject, call: LimitedCall = {}): Promise<QueryResults> {
    return this.#queries.query(body, call);
  }

  /**
   * Asks a data source through Grafana, e.g. `api/v1/label/job/values` of Prometheus.
   *
   * @param path with its parts encoded
   * @throws as `query`
   */
  async resource<T>(
    datasourceUid: string,
    path: string,
    query?: URLSearchParams,
    call: LimitedCall = {},
  ): Promise<T> {
    return this.#queries.resource(datasourceUid, path, query, call);
  }

  /**
   * A picture that Grafana's image renderer makes.
   *
   * @param path e.g. `/d-solo/orders-red/orders-red`
   * @param params e.g. `panelId`, `from`, `to`, `width`, `height`, `theme`
   */
  async render(
    path: string,
    params: URLSearchParams,
    call: LimitedCall = {},
  ): Promise<Download> {
    return this.#queries.render(path, params, call);
  }

  async frontendSettings(call: Call = {}): Promise<FrontendSettings> {
    return this.#get('/api/frontend/settings', call);
  }

  /** Asks for no token. */
  async health(call: Call = {}): Promise<{ version: string }> {
    return this.#get('/api/health', call);
  }

  /** Whose token it is. */
  async user(call: Call = {}): Promise<GrafanaUser> {
    return this.#get('/api/user', call);
  }

  /** What the token may do: scopes by action, e.g. `dashboards:write` on `folders:*`. */
  async permissions(call: Call = {}): Promise<Record<string, string[]>> {
    return this.#get('/api/access-control/user/permissions', call);
  }

  async #get<T>(
    path: string,
    call: LimitedCall & { query?: URLSearchParams },
  ): Promise<T> {
    return this.#http.request({
      method: 'GET',
      path,
      repeatable: true,
      ...call,
    });
  }
}
