import type {
  DatasourceSetup,
  JsonObject,
  QueryContext,
  QueryResult,
} from '../datasources';
import { GrafanaError } from '../GrafanaError';
import { isObject, textOf } from '../model/spec';
import {
  evaluateExpression,
  ExpressionError,
  framesOf,
  isExpression,
} from './evaluateExpression';
import { readSeries } from './series';

/** A time that queries are asked for; milliseconds since 1970. */
export type QueryRange = Pick<QueryContext, 'from' | 'to' | 'now'>;

/** Hands queries to their data sources, and evaluates Grafana's own expressions over what they answer. */
export class QueryRunner {
  readonly #datasources: DatasourceSetup[];

  constructor(datasources: DatasourceSetup[]) {
    this.#datasources = datasources;
  }

  /** @throws GrafanaError 404 where there is none of that uid */
  datasource(uid: string): DatasourceSetup {
    const found = this.#datasources.find(one => one.uid === uid);
    if (!found) throw new GrafanaError(404, 'Data source not found');
    return found;
  }

  /**
   * Results by refId.
   *
   * @throws GrafanaError 400 for queries that name no data source, 404 for one that there isn't
   */
  async run(
    queries: JsonObject[],
    rangeOf: (query: JsonObject) => QueryRange,
  ): Promise<Map<string, QueryResult>> {
    const plain = queries
      .filter(query => !isExpression(query))
      .map(query => ({ query, ...this.#readQuery(query, rangeOf(query)) }));
    const answers = await Promise.all(
      plain.map(async ({ query, refId, setup, context }) => {
        const result = await setup.datasource.query(
          { ...query, refId },
          context,
        );
        return [refId, result] as const;
      }),
    );
    const results = new Map(answers);
    for (const query of queries.filter(isExpression)) {
      const refId = textOf(query.refId) ?? 'A';
      results.set(refId, evaluate({ ...query, refId }, results));
    }
    return results;
  }

  #readQuery(query: JsonObject, range: QueryRange) {
    const refId = textOf(query.refId) ?? 'A';
    const uid = isObject(query.datasource)
      ? textOf(query.datasource.uid)
      : textOf(query.datasourceUid);
    if (!uid) {
      throw GrafanaError.named(
        400,
        'query.missingDataSourceInfo',
        `Query ${refId} is missing datasource information`,
      );
    }
    const context = {
      ...range,
      intervalMs: numberOf(query.intervalMs, 1000),
      maxDataPoints: numberOf(query.maxDataPoints, 100),
    };
    return { refId, setup: this.datasource(uid), context };
  }
}

function evaluate(
  query: JsonObject & { refId: string },
  results: Map<string, QueryResult>,
): QueryResult {
  try {
    const series = evaluateExpression(query, refId => {
      const result = results.get(refId);
      if (result?.error !== undefined) {
        throw new ExpressionError(
          `[sse.dependencyError] did not execute expression [${query.refId}] due to a failure of the dependent expression or query [${refId}]`,
        );
      }
      return result && readSeries(result.frames);
    });
    return { frames: framesOf(query.refId, series) };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return { frames: [], status: 400, error: error.message };
  }
}

function numberOf(value: unknown, other: number): number {
  const number = Number(value);
  return number > 0 ? number : other;
}
