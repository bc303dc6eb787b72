import type { JsonArray, JsonObject, JsonValue } from '@backstage/types';
import { numberOf, objectsOf, textOf } from '../json';

/** Of the grid: 30 px, and 8 px between. */
const LINE_PX = 38;
const LEAST_PX = 90;
const COLUMNS = 24;
/** Before the grid a row had twelve columns. */
const SPANS = 12;

/** Panels in the grid, of a dashboard from before there was one (`rows`, schema version 15 and older). */
export function migrateRows(spec: JsonObject): JsonArray {
  const rows = objectsOf(spec.rows);
  const headings = rows.some(
    row => row.collapse === true || row.showTitle === true || row.repeat,
  );
  const ids = rows.flatMap(row =>
    objectsOf(row.panels).map(panel => numberOf(panel.id) ?? 0),
  );
  let nextId = Math.max(0, ...ids) + 1;
  let y = 0;
  return rows.flatMap(row => {
    const collapsed = row.collapse === true;
    const top = headings ? y + 1 : y;
    const placed = placeInLines(row, top);
    const bottom = Math.max(
      top,
      ...placed.map(({ gridPos }) => gridPos.y + gridPos.h),
    );
    const heading: JsonArray = headings
      ? [
          {
            id: nextId++,
            type: 'row',
            title: textOf(row.title) ?? '',
            collapsed,
            ...(row.repeat ? { repeat: row.repeat } : {}),
            gridPos: { x: 0, y, w: COLUMNS, h: 1 },
            panels: collapsed ? placed : [],
          },
        ]
      : [];
    y = collapsed ? top : bottom;
    return collapsed ? heading : [...heading, ...placed];
  });
}

function placeInLines(row: JsonObject, top: number) {
  const height = linesOf(row.height ?? 250);
  let x = 0;
  let y = top;
  let tallest = 0;
  return objectsOf(row.panels).map(({ span, height: own, ...panel }) => {
    const w = Math.max(
      1,
      Math.floor(((numberOf(span) ?? 4) * COLUMNS) / SPANS),
    );
    const h = own ? linesOf(own) : height;
    if (x + w > COLUMNS) {
      x = 0;
      y += tallest;
      tallest = 0;
    }
    const gridPos = { x, y, w, h };
    x += w;
    tallest = Math.max(tallest, h);
    return { ...panel, gridPos };
  });
}

function linesOf(height: JsonValue): number {
  const px = parseInt(String(height), 10);
  return Math.ceil(
    Math.max(LEAST_PX, Number.isFinite(px) ? px : 250) / LINE_PX,
  );
}
