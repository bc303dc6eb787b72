import { GrafanaProblem } from '@portico/plugin-grafana-node';
import type { PanelRange } from './ResolvedPanel';
import { momentOf } from './timeMath';

const DAY_MS = 86_400_000;
/** Clocks of browsers are not exact; and `now/d` ends tonight. */
const AHEAD_MS = 300_000;

/**
 * The time that is asked for.
 *
 * @param limits.rangeDays longest range
 * @throws GrafanaProblem `RangeRefusedError`
 */
export function readRange(
  raw: { from: string; to: string },
  limits: { now: Date; rangeDays: number },
): PanelRange {
  const { now, rangeDays } = limits;
  const from = moment(raw.from, 'from', now);
  const to = moment(raw.to, 'to', now);
  if (from >= to) {
    refuse(
      `from (${raw.from}, ${from.toISOString()}) is not before to (${
        raw.to
      }, ${to.toISOString()})`,
    );
  }
  const ahead = /^now/.test(raw.to.trim()) ? DAY_MS * 366 : AHEAD_MS;
  if (to.getTime() > now.getTime() + ahead || from > now) {
    refuse(`${to.toISOString()} lies in the future`);
  }
  const days = (to.getTime() - from.getTime()) / DAY_MS;
  if (days > rangeDays) {
    refuse(
      `${words(
        days,
      )} is more than the ${rangeDays} days that may be looked at at once`,
    );
  }
  return { from, to, raw };
}

/** The dashboard's own time, cut to what may be looked at. */
export function ownTime(
  time: { from: string; to: string },
  limits: { now: Date; rangeDays: number },
): { from: string; to: string } {
  try {
    readRange(time, limits);
    return time;
  } catch {
    return { from: `now-${limits.rangeDays}d`, to: 'now' };
  }
}

function moment(text: string, name: 'from' | 'to', now: Date): Date {
  return (
    momentOf(text, now, name === 'to') ??
    refuse(
      `${name} is '${text}', which is no time. Write e.g. now-6h, or milliseconds since 1970`,
    )
  );
}

function refuse(problem: string): never {
  throw new GrafanaProblem(
    'RangeRefusedError',
    `This range can't be shown: ${problem}.`,
  );
}

function words(days: number): string {
  return days >= 700
    ? `${Math.round(days / 365)} years`
    : `${Math.round(days * 10) / 10} days`;
}
