/** Never. */
export const OFF = 'off';

/** How often panels can be read again. */
export const INTERVALS = [
  OFF,
  '5s',
  '10s',
  '30s',
  '1m',
  '5m',
  '15m',
  '30m',
  '1h',
];

const SECONDS: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Seconds between two readings; undefined for never, and for what is no interval. */
export function refreshSeconds(interval: string): number | undefined {
  const match = /^(\d+)([smhd])$/.exec(interval);
  const seconds = match ? Number(match[1]) * SECONDS[match[2]] : 0;
  return seconds > 0 ? seconds : undefined;
}
