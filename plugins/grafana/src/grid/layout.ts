import type { PanelView } from '@portico/plugin-grafana-common';

/** Panels between two rows' heads. */
export interface GridSection {
  /** The row that they are in; absent for those before the first. */
  row?: PanelView;
  /** In reading order. */
  panels: PanelView[];
}

const inReadingOrder = (a: PanelView, b: PanelView) =>
  a.grid.y - b.grid.y || a.grid.x - b.grid.x;

/** The panels by row, so that a row can be opened and closed without moving what is in the others. */
export function sectionsOf(panels: PanelView[]): GridSection[] {
  const rows = panels.filter(({ kind }) => kind === 'row');
  const drawn = panels.filter(({ kind }) => kind === 'panel');
  const keys = new Set(rows.map(({ key }) => key));
  const inRow = (key?: string) =>
    drawn
      .filter(({ row }) => (row && keys.has(row) ? row : undefined) === key)
      .sort(inReadingOrder);
  const first = { panels: inRow() };
  return [
    ...(first.panels.length > 0 ? [first] : []),
    ...rows.map(row => ({ row, panels: inRow(row.key) })),
  ];
}

/** Lines of the CSS grid that a panel lies between, with the section's highest panel at the top. */
export function placeOf({ grid: { x, y, w, h } }: PanelView, top: number) {
  return {
    gridColumn: `${x + 1} / span ${w}`,
    gridRow: `${y - top + 1} / span ${h}`,
  };
}

const UNIT_PX = 30;
const GAP_PX = 8;

/** Height of a panel in pixels, in Grafana's units of 30 px with 8 px between them. */
export const heightOf = (units: number): number =>
  units * (UNIT_PX + GAP_PX) - GAP_PX;
