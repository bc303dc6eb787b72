import type { HealthState } from '@portico/plugin-health-common';

/**
 * Two windows over which the budget must burn as fast before it counts, as in the SRE workbook:
 * https://sre.google/workbook/alerting-on-slos/ (chapter 5, table 5-8).
 */
const PAIRS = [
  { rate: 14.4, long: '1h', short: '5m', consequence: 'pages' },
  { rate: 6, long: '6h', short: '30m', consequence: 'past' },
  { rate: 3, long: '1d', short: '2h', consequence: 'past' },
  { rate: 1, long: '3d', short: '6h', consequence: 'past' },
] as const;

/** A pair with how fast the budget burns over each window. */
export interface BurnPair {
  /** e.g. `1 h`. */
  long: string;
  short: string;
  /** Threshold, as a multiple of what uses the budget up in 28 days. */
  rate: number;
  longBurn?: number;
  shortBurn?: number;
  /** What it means if both are past the threshold. */
  consequence: string;
  state: HealthState;
}

const UNITS: Record<string, string> = { m: 'min', h: 'h', d: 'd' };

/** `30m` as `30 min`. */
const words = (window: string) =>
  `${window.slice(0, -1)}\u00a0${UNITS[window.slice(-1)]}`;

function stateOf(rate: number, long?: number, short?: number): HealthState {
  if (long === undefined || short === undefined) return 'unknown';
  if (Math.min(long, short) < rate) return 'healthy';
  return rate >= PAIRS[0].rate ? 'failing' : 'degraded';
}

/** `Latency, 30 min` as objective and window; the objective is empty where there is one alone. */
function readName(name: string): { objective: string; window: string } {
  const [window, ...rest] = name.split(',').reverse();
  return {
    objective: rest.reverse().join(',').trim(),
    window: window
      .replaceAll(/\s/g, '')
      .replace('min', 'm')
      .replace(/days?$/, 'd'),
  };
}

/** The four pairs of each objective, by burn rates of windows, e.g. `Errors, 5 min`. */
export function burnPairs(
  latest: Map<string, number | undefined>,
): { objective: string; pairs: BurnPair[] }[] {
  const objectives = new Map<string, Map<string, number | undefined>>();
  for (const [name, burn] of latest) {
    const { objective, window } = readName(name);
    const windows = objectives.get(objective) ?? new Map();
    objectives.set(objective, windows.set(window, burn));
  }
  return [...objectives].map(([objective, windows]) => ({
    objective,
    pairs: pairsOf(windows),
  }));
}

function pairsOf(latest: Map<string, number | undefined>): BurnPair[] {
  return PAIRS.map(({ rate, long, short, consequence }) => {
    const [longBurn, shortBurn] = [latest.get(long), latest.get(short)];
    return {
      rate,
      long: words(long),
      short: words(short),
      longBurn,
      shortBurn,
      consequence,
      state: stateOf(rate, longBurn, shortBurn),
    };
  });
}
