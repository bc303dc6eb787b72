import type { JsonObject, QueryContext } from '../Datasource';

/** A query of the TestData data source, with what it runs in. */
export interface TestDataQuery {
  refId: string;
  model: JsonObject;
  context: QueryContext;
}

/** A text of the query; empty if it has none. */
export function textOf({ model }: TestDataQuery, name: string): string {
  const value = model[name];
  return typeof value === 'string' ? value : '';
}

/** A number of the query, also one that was saved as text. */
export function numberOf(
  { model }: TestDataQuery,
  name: string,
  otherwise: number,
): number {
  const value = model[name];
  const number = typeof value === 'string' && value ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number)
    ? number
    : otherwise;
}

/** What a series is called: its alias, or the query's letter. */
export function seriesName(query: TestDataQuery, index = 0): string {
  return textOf(query, 'alias') || `${query.refId}-series${index || ''}`;
}
