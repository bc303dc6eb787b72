import type { GridPosition } from '@portico/plugin-grafana-common';
import type {
  DashboardModel,
  PanelModel,
  RowModel,
  SectionModel,
} from '../reading/DashboardModel';
import type { ChosenValue, VariableValues } from '../variables/VariableValues';

const COLUMNS = 24;

/** A panel at its place on the page. */
export interface PlacedPanel {
  kind: 'panel';
  key: string;
  panel: PanelModel;
  grid: GridPosition;
  /** Key of its row. */
  row?: string;
  /** Variables that it is repeated over, with the one value of each. */
  scope: VariableValues;
}

export interface PlacedRow {
  kind: 'row';
  key: string;
  row: RowModel;
  grid: GridPosition;
  scope: VariableValues;
}

export type Placed = PlacedPanel | PlacedRow;

/** All rows and panels of a dashboard, repeated ones once for each chosen value, from top to bottom. */
export function layOut(
  { sections }: Pick<DashboardModel, 'sections'>,
  values: VariableValues,
): Placed[] {
  const placed: Placed[] = [];
  let y = 0;
  for (const section of sections) {
    for (const [at, scope] of scopesOf(section.row?.repeat, values).entries()) {
      const suffix = at === 0 ? '' : `-row-${at}`;
      const rows = section.row ? [placeRow(section.row, suffix, y, scope)] : [];
      const top = y + rows.length;
      const panels = placePanels(section, { suffix, top, values, scope });
      const row = rows[0]?.key;
      placed.push(...rows, ...panels.map(panel => ({ ...panel, row })));
      y = section.row?.collapsed
        ? top
        : Math.max(top, ...panels.map(({ grid }) => grid.y + grid.h));
    }
  }
  return withOwnKeys(placed);
}

/** A dashboard of the v2 schema may show one panel in several places. */
function withOwnKeys(placed: Placed[]): Placed[] {
  const taken = new Map<string, number>();
  return placed.map(item => {
    const times = taken.get(item.key) ?? 0;
    taken.set(item.key, times + 1);
    return times ? { ...item, key: `${item.key}-again-${times}` } : item;
  });
}

function placeRow(
  row: RowModel,
  suffix: string,
  y: number,
  scope: VariableValues,
): PlacedRow {
  const key = `row-${row.id}${suffix}`;
  return { kind: 'row', key, row, grid: { x: 0, y, w: COLUMNS, h: 1 }, scope };
}

function placePanels(
  { panels }: SectionModel,
  where: {
    suffix: string;
    top: number;
    values: VariableValues;
    scope: VariableValues;
  },
): PlacedPanel[] {
  const { suffix, top, values, scope } = where;
  const wanted = [...panels]
    .sort((a, b) => a.grid.y - b.grid.y || a.grid.x - b.grid.x)
    .flatMap(panel => {
      const repeat = scope.has(panel.repeat?.variable ?? '')
        ? undefined
        : panel.repeat;
      const scopes = scopesOf(repeat?.variable, values);
      return scopes.map((own, at) => ({
        kind: 'panel' as const,
        key: `${panel.id}${suffix}${at === 0 ? '' : `-clone-${at}`}`,
        panel,
        grid: repeat
          ? repeatedGrid(panel, repeat, at, scopes.length)
          : panel.grid,
        scope: new Map([...scope, ...own]),
      }));
    });
  return settle(wanted, top);
}

/** One for each chosen value; one without any where nothing is repeated or chosen. */
function scopesOf(
  variable: string | undefined,
  values: VariableValues,
): VariableValues[] {
  const chosen = variable === undefined ? undefined : values.get(variable);
  if (!chosen || chosen.values.length === 0) return [new Map()];
  return chosen.values.map(
    (value, at) => new Map([[variable!, single(chosen, value, at)]]),
  );
}

/** Written like one of several, as it may be used in a pattern. */
function single(chosen: ChosenValue, value: string, at: number): ChosenValue {
  return {
    ...chosen,
    multi: false,
    includeAll: chosen.multi || chosen.includeAll,
    all: false,
    allValue: undefined,
    values: [value],
    texts: [chosen.texts[at] ?? value],
  };
}

function repeatedGrid(
  { grid }: PanelModel,
  { direction, maxPerRow }: NonNullable<PanelModel['repeat']>,
  at: number,
  count: number,
): GridPosition {
  if (direction === 'v') return { ...grid, y: grid.y + at * grid.h };
  const columns = Math.max(1, Math.min(count, maxPerRow));
  const w = Math.floor(COLUMNS / columns);
  const line = Math.floor(at / columns);
  return { x: (at % columns) * w, y: grid.y + line * grid.h, w, h: grid.h };
}

/** As in Grafana, each panel moves up until it lies below another one or at the top. */
function settle(panels: PlacedPanel[], top: number): PlacedPanel[] {
  const bottoms = new Array<number>(COLUMNS).fill(top);
  return panels.map(placed => {
    const x = Math.min(Math.max(0, placed.grid.x), COLUMNS - 1);
    const w = Math.min(Math.max(1, placed.grid.w), COLUMNS - x);
    const h = Math.max(1, placed.grid.h);
    const y = Math.max(...bottoms.slice(x, x + w));
    bottoms.fill(y + h, x, x + w);
    return { ...placed, grid: { x, y, w, h } };
  });
}
