import type { JsonObject } from '@backstage/types';
import type { GrafanaInstance } from '@portico/plugin-grafana-node';
import { formatOf } from '../variables/formats';
import { interpolateJson, type Interpolation } from '../variables/interpolate';
import type { WorkedOut } from '../variables/WorkedOut';
import type { VariableValues } from '../variables/VariableValues';
import type { ResolvedTarget } from './ResolvedPanel';

/** Data sources that Grafana's Explore knows. */
const EXPLORED =
  /prometheus|loki|tempo|jaeger|zipkin|elasticsearch|opensearch|influxdb|graphite|cloudwatch|mysql|postgres|mssql|testdata/;

/**
 * A dashboard, or one panel of it, in Grafana.
 *
 * @param page its address without parameters
 * @param options.scope values of a repeated panel, instead of those of the variables
 */
export function dashboardUrl(
  page: string,
  options: {
    instance: GrafanaInstance;
    raw: { from: string; to: string };
    variables: readonly WorkedOut[];
    scope?: VariableValues;
    panelId?: number;
  },
): string {
  const { instance, raw, variables, scope, panelId } = options;
  const params = new URLSearchParams({
    orgId: `${instance.orgId ?? 1}`,
    from: raw.from,
    to: raw.to,
  });
  for (const { variable, current, filters } of variables) {
    const { name, type } = variable;
    const values =
      type === 'adhoc'
        ? (filters ?? []).map(it => `${it.key}|${it.operator}|${it.value}`)
        : scope?.get(name)?.values ?? current;
    if (type !== 'constant') {
      for (const value of values) params.append(`var-${name}`, value);
    }
  }
  if (panelId !== undefined) params.set('viewPanel', `panel-${panelId}`);
  return `${page}?${params}`;
}

/** Grafana's Explore with the queries of a panel; undefined where it has none that can be explored. */
export function exploreUrl(
  instance: GrafanaInstance,
  options: {
    targets: readonly ResolvedTarget[];
    raw: { from: string; to: string };
    filling: Interpolation;
  },
): string | undefined {
  const { targets, raw, filling } = options;
  const queries = targets.flatMap(({ refId, hide, datasource, query }) => {
    if (!datasource || hide || !EXPLORED.test(datasource.type)) return [];
    const { uid, type } = datasource;
    const filled: JsonObject = interpolateJson(query, {
      ...filling,
      format: formatOf(type),
    });
    return [{ ...filled, refId, datasource: { uid, type } }];
  });
  if (queries.length === 0) return undefined;
  const [{ datasource }] = queries;
  const same = queries.every(it => it.datasource.uid === datasource.uid);
  const pane = {
    datasource: same ? datasource.uid : '-- Mixed --',
    queries,
    range: raw,
  };
  const params = new URLSearchParams({
    schemaVersion: '1',
    panes: JSON.stringify({ portico: pane }),
    orgId: `${instance.orgId ?? 1}`,
  });
  return `${instance.externalUrl}/explore?${params}`;
}
