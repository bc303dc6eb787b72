import type { JsonObject } from '@backstage/types';
import type { PanelModel, TargetModel } from './DashboardModel';
import { arrayOf, numberOf, objectOf, objectsOf, textOf } from './json';
import { migratePanel } from './migrate/migratePanel';
import { readDatasourceRef } from './readVariable';

/** Columns of the grid. */
export const COLUMNS = 24;

/** A panel of the classic schema, of whatever age; its grid as it stands there. */
export function readPanel(json: JsonObject): PanelModel {
  const panel = migratePanel(json);
  const grid = objectOf(panel.gridPos);
  const repeat = textOf(panel.repeat);
  const library = objectOf(panel.libraryPanel);
  return {
    id: numberOf(panel.id) ?? 0,
    type: textOf(panel.type) ?? 'text',
    title: textOf(panel.title) ?? '',
    description: textOf(panel.description),
    grid: {
      x: numberOf(grid.x) ?? 0,
      y: numberOf(grid.y) ?? 0,
      w: numberOf(grid.w) ?? COLUMNS,
      h: numberOf(grid.h) ?? 8,
    },
    ...(repeat
      ? {
          repeat: {
            variable: repeat,
            direction: panel.repeatDirection === 'v' ? 'v' : 'h',
            maxPerRow: maxPerRow(panel),
          },
        }
      : {}),
    transparent: panel.transparent === true,
    ...(textOf(library.uid)
      ? {
          library: {
            uid: String(library.uid),
            name: textOf(library.name) ?? String(library.uid),
          },
        }
      : {}),
    datasource: readDatasourceRef(panel.datasource),
    targets: readTargets(objectsOf(panel.targets)),
    transformations: arrayOf(panel.transformations),
    fieldConfig: objectOf(panel.fieldConfig),
    options: objectOf(panel.options),
    maxDataPoints: numberOf(panel.maxDataPoints),
    interval: textOf(panel.interval),
    timeFrom: textOf(panel.timeFrom),
    timeShift: textOf(panel.timeShift),
    hideTimeOverride: panel.hideTimeOverride === true,
    queryCachingTtlMs: numberOf(panel.queryCachingTTL),
  };
}

/** Before the grid, panels said how narrow they may get. */
function maxPerRow(panel: JsonObject): number {
  const least = numberOf(panel.minSpan);
  return numberOf(panel.maxPerRow) ?? (least ? Math.floor(COLUMNS / least) : 4);
}

function readTargets(targets: JsonObject[]): TargetModel[] {
  const taken = new Set(targets.flatMap(({ refId }) => textOf(refId) ?? []));
  return targets.map(({ refId, hide, datasource, ...query }) => ({
    refId: textOf(refId) ?? freeRefId(taken),
    hide: hide === true,
    datasource: readDatasourceRef(datasource),
    query,
  }));
}

/** A, B, C … */
function freeRefId(taken: Set<string>): string {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const free =
    letters.find(letter => !taken.has(letter)) ?? `Q${taken.size + 1}`;
  taken.add(free);
  return free;
}
