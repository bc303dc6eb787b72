import type { Orientation } from './valueOptions';

/** Cells in rows and columns. */
export interface Arrangement {
  columns: number;
  rows: number;
  /** Of one cell, in CSS pixels. */
  width: number;
  height: number;
}

const GAP = 8;

/**
 * Shares a box among cells. `horizontal` puts them under one another, `vertical` side by side, as Grafana's words go;
 * `auto` takes the columns that give the biggest cells of the wanted shape.
 *
 * @param aspect - width that a cell wants for each pixel of height
 * @param least - what a cell needs; where that is too much, the rows scroll
 */
export function arrange(
  count: number,
  box: { width: number; height: number },
  options: {
    orientation: Orientation;
    aspect: number;
    least: { width: number; height: number };
  },
): Arrangement {
  const { orientation, aspect, least } = options;
  const withColumns = (columns: number): Arrangement => {
    const rows = Math.ceil(count / columns);
    const width = Math.floor((box.width - GAP * (columns - 1)) / columns);
    const height = Math.floor((box.height - GAP * (rows - 1)) / rows);
    return { columns, rows, width, height: Math.max(least.height, height) };
  };
  const most = Math.max(
    1,
    Math.min(count, Math.floor((box.width + GAP) / (least.width + GAP))),
  );
  if (orientation !== 'auto') {
    return withColumns(orientation === 'vertical' ? most : 1);
  }
  const sizeOf = ({ width, height, rows }: Arrangement) =>
    Math.min(width / aspect, height, box.height / rows);
  const choices = Array.from({ length: most }, (_, index) =>
    withColumns(index + 1),
  );
  return choices.reduce((best, next) =>
    sizeOf(next) > sizeOf(best) ? next : best,
  );
}
