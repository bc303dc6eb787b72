import type { Figures, RecentValues } from '@portico/plugin-health-common';
import type { RecentName } from '../verdict/figures';

const STEP_SECONDS = 60;
const VALUES = 60;
const NAMES: RecentName[] = [
  'requestsPerSecond',
  'errorRatio',
  'latencyP95Seconds',
  'errorBudgetLeft',
];

/** Puts the newest figures at the end of the last hour; minutes in which nobody looked stay empty. */
export function addRecent(
  recent: RecentValues | undefined,
  figures: Figures,
  now: Date,
): RecentValues | undefined {
  const values = NAMES.map(name => numberOf(figures, name));
  if (!recent && values.every(value => value === null)) return undefined;
  const slot = Math.floor(now.getTime() / 1000 / STEP_SECONDS);
  const first = slot - VALUES + 1;
  const before = recent
    ? Math.floor(Date.parse(recent.from) / 1000 / STEP_SECONDS)
    : first;
  const next = {} as Record<RecentName, (number | null)[]>;
  NAMES.forEach((name, index) => {
    next[name] = Array.from({ length: VALUES }, (_, position) =>
      position === VALUES - 1
        ? values[index]
        : recent?.[name][first + position - before] ?? null,
    );
  });
  return {
    from: new Date(first * STEP_SECONDS * 1000).toISOString(),
    stepSeconds: STEP_SECONDS,
    ...next,
  };
}

/** Four digits are more than a small line shows. */
function numberOf(figures: Figures, name: RecentName): number | null {
  const figure = figures[name];
  return figure && 'value' in figure
    ? Number(figure.value.value.toPrecision(4))
    : null;
}
