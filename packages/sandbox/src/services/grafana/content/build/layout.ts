import type { JsonObject } from '../../datasources';
import type { Panel } from './panel';

const COLUMNS = 24;

/** Panels under one heading. */
export interface Section {
  /** Heading; none for panels that stand at the top. */
  title?: string;
  collapsed?: boolean;
  /** Variable for each of whose values the row comes again. */
  repeat?: string;
  panels: Panel[];
}

/** Panels of sections in the order of the page: left to right, then down; each with an id of its own. */
export function layOut(sections: Section[]): JsonObject[] {
  const taken = new Set(
    sections.flatMap(({ panels }) => panels.map(({ id }) => id)),
  );
  let last = 0;
  const nextId = () => {
    do last += 1;
    while (taken.has(last));
    return last;
  };
  let y = 0;
  return sections.flatMap(({ title, collapsed = false, repeat, panels }) => {
    const rowY = y;
    if (title !== undefined) y += 1;
    const placed = flow(panels, y).map(one => ({
      ...one,
      id: one.id ?? nextId(),
    }));
    y = Math.max(y, ...placed.map(({ gridPos }) => gridPos.y + gridPos.h));
    if (title === undefined) return placed;
    if (collapsed) y = rowY + 1;
    const row = {
      id: nextId(),
      type: 'row',
      title,
      collapsed,
      gridPos: { x: 0, y: rowY, w: COLUMNS, h: 1 },
      ...(repeat && { repeat }),
      panels: collapsed ? placed : [],
    };
    return collapsed ? [row] : [row, ...placed];
  });
}

function flow(panels: Panel[], top: number): Panel[] {
  let x = 0;
  let y = top;
  let tallest = 0;
  return panels.map(one => {
    const { w, h } = one.gridPos;
    if (x + w > COLUMNS) {
      x = 0;
      y += tallest;
      tallest = 0;
    }
    const gridPos = { x, y, w, h };
    x += w;
    tallest = Math.max(tallest, h);
    return { ...one, gridPos };
  });
}
