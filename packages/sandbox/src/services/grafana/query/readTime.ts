import { GrafanaError } from '../GrafanaError';

const RELATIVE = /^now(?:([+-])(\d+)([smhdwMy]))?$/;
const SECOND = 1000;
const UNITS: Record<string, number> = {
  s: SECOND,
  m: 60 * SECOND,
  h: 3_600 * SECOND,
  d: 86_400 * SECOND,
  w: 604_800 * SECOND,
  M: 30 * 86_400 * SECOND,
  y: 365 * 86_400 * SECOND,
};

/**
 * Milliseconds since 1970 of an end of a range: these themselves, `now-6h` or RFC 3339.
 *
 * @throws GrafanaError 400
 */
export function readTime(value: unknown, now: number): number {
  const text = String(value ?? '');
  if (/^\d+$/.test(text)) return Number(text);
  const [relative, sign, count, unit] = RELATIVE.exec(text) ?? [];
  if (relative) {
    const offset = count ? Number(count) * UNITS[unit] : 0;
    return sign === '-' ? now - offset : now + offset;
  }
  const time = Date.parse(text);
  if (!Number.isNaN(time)) return time;
  throw GrafanaError.named(
    400,
    'query.invalidTimeRange',
    `cannot parse the time '${text}'`,
  );
}
