import type { JsonObject } from '@backstage/types';
import type { VariableValues } from '../../../variables/VariableValues';
import { addMatchers } from './addMatchers';

/**
 * A query with the ad hoc filters of its data source in it, as Grafana's frontend adds them. Only for data sources
 * whose language is known: Prometheus and Loki.
 */
export function withAdHocFilters(
  query: JsonObject,
  datasource: { uid: string; type: string },
  values: VariableValues,
): JsonObject {
  const filters = [...values.values()]
    .filter(
      ({ type, datasourceUid }) =>
        type === 'adhoc' &&
        (datasourceUid === undefined || datasourceUid === datasource.uid),
    )
    .flatMap(chosen => chosen.filters ?? []);
  if (filters.length === 0 || typeof query.expr !== 'string') return query;
  if (!/prometheus|^loki$/.test(datasource.type)) return query;
  return {
    ...query,
    expr: addMatchers(query.expr, filters, {
      bareNames: datasource.type !== 'loki',
    }),
  };
}
