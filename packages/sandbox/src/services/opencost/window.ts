const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const UNITS: Record<string, number> = { m: 60_000, h: HOUR_MS, d: DAY_MS };

/** A time, in milliseconds since 1970. */
export interface Window {
  start: number;
  end: number;
}

/**
 * Reads `window`: `today`, `yesterday`, a duration that ends now (`24h`, `7d`), or two times separated by a comma, in
 * RFC 3339 or Unix seconds. https://opencost.io/docs/integrations/api/
 *
 * @returns undefined where it is none of these
 */
export function readWindow(text: string, now: Date): Window | undefined {
  const midnight = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  if (text === 'today') return { start: midnight, end: now.getTime() };
  if (text === 'yesterday') return { start: midnight - DAY_MS, end: midnight };
  const [, count, unit] = /^(\d+)([mhd])$/.exec(text) ?? [];
  if (count !== undefined) {
    const end = unit === 'd' ? midnight + DAY_MS : now.getTime();
    return { start: end - Number(count) * UNITS[unit], end };
  }
  const [start, end] = text.split(',').map(readTime);
  return start < end ? { start, end } : undefined;
}

function readTime(text: string): number {
  return /^\d{9,10}$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

/** The window in steps, the last one as long as is left. */
export function stepsOf({ start, end }: Window, step: number): Window[] {
  const steps: Window[] = [];
  for (let at = start; at < end; at += step) {
    steps.push({ start: at, end: Math.min(end, at + step) });
  }
  return steps;
}

/** Reads `step`, e.g. `1d`. */
export function readStep(text: string): number | undefined {
  const [, count, unit] = /^(\d+)([mhd])$/.exec(text) ?? [];
  return count === undefined ? undefined : Number(count) * UNITS[unit];
}
