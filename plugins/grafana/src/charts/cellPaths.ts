/** A rectangle in CSS pixels, in its colour. */
export interface Cell {
  x: number;
  y: number;
  width: number;
  height: number;
  color: string;
}

/** Rectangles of one colour as one path. */
export interface CellPath {
  color: string;
  d: string;
}

const short = (value: number) => Math.round(value * 10) / 10;

/** One path for each colour, so that thousands of cells are drawn as quickly as a few. */
export function cellPaths(cells: Iterable<Cell>): CellPath[] {
  const byColor = new Map<string, string[]>();
  for (const { x, y, width, height, color } of cells) {
    const parts = byColor.get(color) ?? [];
    const [wide, high] = [short(width), short(height)];
    parts.push(`M${short(x)} ${short(y)}h${wide}v${high}h${-wide}z`);
    byColor.set(color, parts);
  }
  return [...byColor].map(([color, parts]) => ({ color, d: parts.join('') }));
}
