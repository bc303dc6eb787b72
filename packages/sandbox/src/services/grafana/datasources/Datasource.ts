import type { DataFrameJson } from './frames/DataFrameJson';

/** A JSON object as a client sent it. */
export type JsonObject = Record<string, unknown>;

/** What Grafana tells a data source of the panel that asks. */
export interface QueryContext {
  /** Milliseconds since 1970. */
  from: number;
  to: number;
  now: number;
  /** Step that fits the panel, of the query's `intervalMs`; 1000 where it names none. */
  intervalMs: number;
  /** Points that the panel has room for; 100 where the query names none. */
  maxDataPoints: number;
}

/** What became of one query: an entry of `results` in the answer of `/api/ds/query`. */
export interface QueryResult {
  frames: DataFrameJson[];
  /** HTTP status of this result; 200 if absent. */
  status?: number;
  error?: string;
  /** What was run, variables of the server filled in. */
  executed?: string;
}

/** What a resource of a data source answered. */
export interface ResourceAnswer {
  status: number;
  body: unknown;
}

/** One kind of data source: the backend of its plugin. */
export interface Datasource {
  /** The plugin's id, e.g. `prometheus`. */
  readonly type: string;
  /** Runs one query. What is wrong with it stands in the result; nothing is thrown for it. */
  query(query: JsonObject, context: QueryContext): Promise<QueryResult>;
  /**
   * Answers `/api/datasources/uid/:uid/resources/<path>`.
   *
   * @param path without a leading slash, e.g. `api/v1/labels`
   * @param query of the URL, with the form of a POST behind it
   */
  resource(
    method: string,
    path: string,
    query: URLSearchParams,
  ): Promise<ResourceAnswer>;
}

/** A data source as it is set up in Grafana. */
export interface DatasourceSetup {
  uid: string;
  name: string;
  type: string;
  url: string;
  isDefault: boolean;
  access: 'proxy';
  jsonData: JsonObject;
  datasource: Datasource;
}
