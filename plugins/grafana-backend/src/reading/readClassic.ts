import type { JsonObject } from '@backstage/types';
import type { Dashboard } from '@portico/plugin-grafana-node';
import type { DashboardModel, RowModel, SectionModel } from './DashboardModel';
import { numberOf, objectOf, objectsOf, textOf, textsOf } from './json';
import { migrateRows } from './migrate/migrateRows';
import { readPanel } from './readPanel';
import { readVariable } from './readVariable';

const CROSSHAIR = ['off', 'crosshair', 'values'] as const;

/**
 * Reads a dashboard of the classic schema, of whatever version:
 * https://grafana.com/docs/grafana/latest/visualizations/dashboards/build-dashboards/view-dashboard-json-model/
 */
export function readClassic({ spec, meta }: Dashboard): DashboardModel {
  const time = objectOf(spec.time);
  return {
    uid: meta.uid,
    title: textOf(spec.title) ?? meta.uid,
    description: textOf(spec.description),
    tags: textsOf(spec.tags),
    schema: 'classic',
    version: `${meta.version} ${meta.updated ?? ''}`,
    time: {
      from: textOf(time.from) ?? 'now-6h',
      to: textOf(time.to) ?? 'now',
    },
    refresh: textOf(spec.refresh),
    crosshair:
      CROSSHAIR[numberOf(spec.graphTooltip) ?? 0] ??
      (spec.sharedCrosshair === true ? 'crosshair' : 'off'),
    variables: objectsOf(objectOf(spec.templating).list).flatMap(
      variable => readVariable(variable) ?? [],
    ),
    sections: readSections(objectsOf(spec.panels ?? migrateRows(spec))),
  };
}

function readSections(panels: JsonObject[]): SectionModel[] {
  const sections: SectionModel[] = [{ panels: [] }];
  let top = 0;
  for (const json of originals(panels)) {
    if (json.type === 'row') {
      const own = (numberOf(objectOf(json.gridPos).y) ?? 0) + 1;
      top = own;
      sections.push({
        row: readRow(json),
        panels: originals(objectsOf(json.panels)).map(it => below(it, own)),
      });
    } else {
      sections[sections.length - 1].panels.push(below(json, top));
    }
  }
  return sections.filter(({ row, panels: some }) => row || some.length > 0);
}

function originals(panels: JsonObject[]): JsonObject[] {
  return panels.filter(isOriginal).sort(byPosition);
}

/** Grafana saves what it repeated, too. */
function isOriginal({ repeatPanelId, repeatedByRow }: JsonObject): boolean {
  return repeatPanelId === undefined && repeatedByRow !== true;
}

function byPosition(one: JsonObject, other: JsonObject): number {
  const [a, b] = [objectOf(one.gridPos), objectOf(other.gridPos)];
  return (
    (numberOf(a.y) ?? 0) - (numberOf(b.y) ?? 0) ||
    (numberOf(a.x) ?? 0) - (numberOf(b.x) ?? 0)
  );
}

function below(json: JsonObject, top: number) {
  const panel = readPanel(json);
  return {
    ...panel,
    grid: { ...panel.grid, y: Math.max(0, panel.grid.y - top) },
  };
}

function readRow(json: JsonObject): RowModel {
  return {
    id: numberOf(json.id) ?? 0,
    title: textOf(json.title) ?? '',
    collapsed: json.collapsed === true,
    repeat: textOf(json.repeat),
  };
}
