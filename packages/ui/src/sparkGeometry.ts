/** Width of the space in which a sparkline is computed; drawn as wide as its place. */
export const SPARK_WIDTH = 100;
const PADDING = 3;

/** What a sparkline draws, in a space of 100 by its height in px. */
export interface SparkGeometry {
  /** The quiet part, up to `since`. */
  before: string;
  /** The part since the state began. */
  after: string;
  /** Where the line ends. */
  end?: { x: number; y: number };
  limitY?: number;
}

const round = (value: number) => Math.round(value * 100) / 100;

type Point = [x: number, y: number] | null;

/**
 * Lays out values of equal distance. The axis starts at zero unless a limit is shown. Gaps stay gaps, also at
 * the end.
 *
 * @param options.sinceIndex first value of the state that lasts
 */
export function sparkGeometry(
  values: (number | null)[],
  options: { height: number; limit?: number; sinceIndex?: number },
): SparkGeometry {
  const { height, limit, sinceIndex = values.length } = options;
  const known = values.filter(value => value !== null);
  const high = Math.max(...known, limit ?? 0);
  const low =
    limit === undefined ? Math.min(0, ...known) : Math.min(...known, limit);
  const y = (value: number) =>
    round(
      height -
        PADDING -
        ((value - low) / (high - low || 1)) * (height - 2 * PADDING),
    );
  const x = (index: number) =>
    round((index / Math.max(1, values.length - 1)) * SPARK_WIDTH);
  const points = values.map(
    (value, index): Point => (value === null ? null : [x(index), y(value)]),
  );
  const last = points.findLast(point => point !== null);
  const cut = Math.max(0, sinceIndex);
  return {
    before: pathOf(points.slice(0, cut + 1)),
    after: cut < points.length ? pathOf(points.slice(cut)) : '',
    end: last ? { x: last[0], y: last[1] } : undefined,
    limitY: limit === undefined ? undefined : y(limit),
  };
}

/** A path through points; starts again after a gap. A point between two gaps stays visible as a dot. */
function pathOf(points: Point[]): string {
  return points
    .map((point, index) => {
      if (!point) return '';
      const starts = !points[index - 1];
      const lone = starts && !points[index + 1];
      const at = `${point[0]} ${point[1]}`;
      return `${starts ? 'M' : 'L'}${at}${lone ? 'h.01' : ''}`;
    })
    .join('');
}
