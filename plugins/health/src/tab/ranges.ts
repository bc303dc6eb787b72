const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What the range picker offers. */
export const RANGES = ['1h', '6h', '24h', '7d', '28d'] as const;
export type Range = (typeof RANGES)[number];

/** A range, or `now`: just long enough for the newest value. */
export type AnyRange = Range | 'now';

/** Its words, its length, and to which moments its ends are rounded, so that open pages ask for the same. */
const SPANS: Record<AnyRange, { words: string; length: number; grid: number }> =
  {
    now: { words: 'now', length: MINUTE, grid: MINUTE / 4 },
    '1h': { words: '1 h', length: HOUR, grid: MINUTE / 4 },
    '6h': { words: '6 h', length: 6 * HOUR, grid: MINUTE },
    '24h': { words: '24 h', length: DAY, grid: MINUTE },
    '7d': { words: '7 d', length: 7 * DAY, grid: 5 * MINUTE },
    '28d': { words: '28 d', length: 28 * DAY, grid: 5 * MINUTE },
  };

export const rangeWords = (range: Range) => SPANS[range].words;

/** From when until when a range is, in milliseconds since 1970. */
export function spanOf(
  range: AnyRange,
  now: number,
): { from: number; to: number } {
  const { length, grid } = SPANS[range];
  const to = Math.floor(now / grid) * grid;
  return { from: to - length, to };
}
