import type { JsonObject } from '@backstage/types';
import type {
  Download,
  Patience,
  Refusal,
} from '@portico/plugin-upstream-node';
import type { GrafanaInstance } from '../config/readGrafanaInstances';
import { GrafanaProblem } from '../GrafanaProblem';
import type { LimitedCall } from './Call';
import { GrafanaHttp, parsedReason } from './GrafanaHttp';
import type { QueryResults } from './types';

const QUERY_TIMEOUT_MS = 30_000;
const RENDER_TIMEOUT_MS = 60_000;

/** Results that come with the status of a query that failed. */
class FailedResults extends Error {
  constructor(readonly results: QueryResults) {
    super('queries failed');
  }
}

/** What asks data sources: it may take long, is not repeated, and fails where the data source does. */
export class GrafanaQueries {
  readonly #instance: GrafanaInstance;
  readonly #http: GrafanaHttp;

  constructor(instance: GrafanaInstance, patience?: Patience) {
    this.#instance = instance;
    this.#http = new GrafanaHttp(instance, patience, queryRefusal);
  }

  async query(body: JsonObject, call: LimitedCall): Promise<QueryResults> {
    try {
      return await this.#http.request<QueryResults>({
        method: 'POST',
        path: '/api/ds/query',
        body,
        repeatable: false,
        timeoutMs: QUERY_TIMEOUT_MS,
        ...call,
      });
    } catch (error) {
      if (error instanceof FailedResults) return error.results;
      throw error;
    }
  }

  async resource<T>(
    uid: string,
    path: string,
    query: URLSearchParams | undefined,
    call: LimitedCall,
  ): Promise<T> {
    const rest = path.replace(/^\//, '');
    return this.#http.request<T>({
      method: 'GET',
      path: `/api/datasources/uid/${encodeURIComponent(uid)}/resources/${rest}`,
      query,
      repeatable: true,
      timeoutMs: QUERY_TIMEOUT_MS,
      ...call,
    });
  }

  async render(
    path: string,
    query: URLSearchParams,
    call: LimitedCall,
  ): Promise<Download> {
    const picture = await this.#http.download({
      method: 'GET',
      path: `/render${path}`,
      query,
      headers: { accept: 'image/png' },
      repeatable: false,
      timeoutMs: RENDER_TIMEOUT_MS,
      ...call,
    });
    if (picture.contentType.startsWith('image/')) return picture;
    throw new GrafanaProblem(
      'QueryFailedError',
      `Grafana '${
        this.#instance.name
      }' answered no picture to GET /render${path}. Check that its image renderer runs.`,
    );
  }
}

/** A data source that fails is none of Grafana's own trouble, which a proxy or an empty body tells of. */
function queryRefusal({ status, text, message }: Refusal): Error | undefined {
  const results = resultsIn(text);
  if (results) return new FailedResults(results);
  switch (status) {
    case 404:
      return new GrafanaProblem('DatasourceNotFoundError', message);
    case 400:
    case 422:
      return new GrafanaProblem('QueryFailedError', message);
    case 504:
      return new GrafanaProblem('GrafanaTimeoutError', message);
    case 500:
    case 502:
      return parsedReason(text) === undefined
        ? undefined
        : new GrafanaProblem('QueryFailedError', message);
    default:
      return undefined;
  }
}

function resultsIn(text: string): QueryResults | undefined {
  try {
    const body = JSON.parse(text) as Partial<QueryResults> | null;
    return body?.results ? { results: body.results } : undefined;
  } catch {
    return undefined; // not Grafana's answer but that of something in front of it
  }
}
