import { InputError } from '@backstage/errors';
import type { JsonObject, JsonValue } from '@backstage/types';
import { isObject } from '../../reading/json';
import { formatOf } from '../formats';
import { interpolateJson, type Interpolation } from '../interpolate';
import type { OptionsQuestion, RawOptions } from '../VariableContext';
import { askLoki } from './askLoki';
import { askPrometheus } from './askPrometheus';
import { askWithQuery } from './askWithQuery';

/** Written `$__searchFilter`: nothing is sought. */
const ANYTHING: Record<string, string> = { promql: '.*', sql: '%' };

/**
 * What a data source answers to the query of a variable, as Grafana would ask it.
 *
 * @param query text, or the data source's own object, with variables
 * @throws GrafanaProblem, or InputError for a query that can't be asked from here
 */
export async function askOptions(
  question: OptionsQuestion,
  query: JsonValue,
  values: Interpolation['values'],
): Promise<RawOptions> {
  const { type, name } = question.datasource;
  const format = formatOf(type);
  const filled = interpolateJson(query, {
    values,
    format,
    builtIns: {
      ...question.builtIns,
      __searchFilter: () => ANYTHING[format] ?? '*',
    },
  });
  if (format === 'promql') {
    const text = isObject(filled) ? filled.query : filled;
    return type === 'loki'
      ? askLoki(question, filled)
      : askPrometheus(question, typeof text === 'string' ? text : '');
  }
  const body = toQuery(filled, format);
  if (body) return askWithQuery(question, body);
  throw new InputError(
    `Values from the data source '${name}' (${type}) can only be asked for from within Grafana's own page.`,
  );
}

/** Grafana's server runs what is a query; what is text in a language of a page's own it does not know. */
function toQuery(query: JsonValue, format: string): JsonObject | undefined {
  if (isObject(query)) return query;
  return format === 'sql' && typeof query === 'string' && query
    ? { rawSql: query, format: 'table' }
    : undefined;
}
