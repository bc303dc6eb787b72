import type { Dashboard } from '@portico/plugin-grafana-node';
import type { DashboardModel } from './DashboardModel';
import { objectOf, objectsOf, textOf, textsOf } from './json';
import { readLayout } from './v2/readLayout';
import { readV2Variable } from './v2/readV2Variable';

const CROSSHAIR: Record<string, DashboardModel['crosshair']> = {
  Off: 'off',
  Crosshair: 'crosshair',
  Tooltip: 'values',
};

/**
 * Reads a dashboard of the schema `dashboard.grafana.app/v2…`:
 * https://grafana.com/docs/grafana/latest/observability-as-code/schema-v2/
 */
export function readV2({ spec, meta }: Dashboard): DashboardModel {
  const time = objectOf(spec.timeSettings);
  return {
    uid: meta.uid,
    title: textOf(spec.title) ?? meta.uid,
    description: textOf(spec.description),
    tags: textsOf(spec.tags),
    schema: 'v2',
    version: `${meta.version} ${meta.updated ?? ''}`,
    time: {
      from: textOf(time.from) ?? 'now-6h',
      to: textOf(time.to) ?? 'now',
    },
    refresh: textOf(time.autoRefresh),
    crosshair: CROSSHAIR[String(spec.cursorSync)] ?? 'off',
    variables: objectsOf(spec.variables).flatMap(
      variable => readV2Variable(variable) ?? [],
    ),
    sections: readLayout(objectOf(spec.layout), objectOf(spec.elements)),
  };
}
