import type { ValueLine } from './shownValues';

/** The drawing of a line behind a value: the line itself, and the area below it. */
export interface LinePaths {
  line: string;
  area: string;
  /** Where the last known value is. */
  end?: { x: number; y: number };
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Fits a line into a box; gaps stay gaps, and what was never measured is passed over. */
export function linePath(
  { xs, ys }: ValueLine,
  box: { width: number; height: number },
  range: { min: number; max: number },
): LinePaths {
  const { width, height } = box;
  const [first, last] = [xs[0], xs[xs.length - 1]];
  const { min, max } = range;
  const place = (x: number, y: number) => ({
    x: round(((x - first) / (last - first || 1)) * width),
    y: round(height - ((y - min) / (max - min || 1)) * height),
  });
  let [line, area] = ['', ''];
  let start: { x: number; y: number } | undefined;
  let end: { x: number; y: number } | undefined;
  const close = () => {
    if (start && end) {
      area += `L${end.x} ${height}L${start.x} ${height}Z`;
    }
    start = undefined;
  };
  ys.forEach((value, index) => {
    if (value === null) {
      close();
    } else if (value !== undefined) {
      const at = place(xs[index], value);
      const step = `${start ? 'L' : 'M'}${at.x} ${at.y}`;
      line += step;
      area += step;
      start ??= at;
      end = at;
    }
  });
  close();
  return { line, area, end };
}
