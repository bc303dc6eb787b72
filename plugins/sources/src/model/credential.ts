import type { SourceStatus } from '@portico/plugin-sources-common';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A credential that ends sooner is a warning. */
const SOON_DAYS = 14;

/** `28 Nov 2026` in the viewer's zone. */
export function formatDay(at: string): string {
  return new Date(at).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
}

/** How a credential stands, in a few words, and whether somebody has to do something about it. */
export function credentialOf(
  { check }: SourceStatus,
  now: Date,
): { words: string; warns: boolean } {
  if (!check) return { words: 'unknown', warns: false };
  const { state, validUntil, missing = [] } = check.token;
  if (state === 'refused') return { words: 'refused', warns: true };
  if (state === 'none') return { words: 'needs none', warns: false };
  if (missing.length > 0) {
    return { words: `lacks ${missing.join(', ')}`, warns: true };
  }
  if (validUntil) return ending(validUntil, now);
  return { words: state, warns: false };
}

function ending(validUntil: string, now: Date) {
  const days = (Date.parse(validUntil) - now.getTime()) / DAY_MS;
  const day = formatDay(validUntil);
  if (days > SOON_DAYS) return { words: `valid until ${day}`, warns: false };
  if (days < 0) return { words: `ended on ${day}`, warns: true };
  if (days < 1) return { words: 'ends within a day', warns: true };
  const left = Math.floor(days);
  return {
    words: `ends in ${left}\u00a0${left === 1 ? 'day' : 'days'}, on ${day}`,
    warns: true,
  };
}
