/** Stretches of time over which requests are counted, in seconds. */
export const WINDOW_SECONDS = {
  '5m': 300,
  '30m': 1_800,
  '1h': 3_600,
  '2h': 7_200,
  '6h': 21_600,
  '1d': 86_400,
  '3d': 259_200,
  '28d': 2_419_200,
} as const;

export type Window = keyof typeof WINDOW_SECONDS;

/** A pair of windows over which the error budget must burn so fast before anybody is told. */
export interface BurnRule {
  /** As a multiple of the speed that would use the budget up in 28 days. */
  rate: number;
  long: Window;
  /** A twelfth of the long one: soon over when the trouble is. */
  short: Window;
  state: 'failing' | 'degraded';
}

/** Multiwindow, multi-burn-rate alerts: https://sre.google/workbook/alerting-on-slos/ (chapter 5, table 5-8). */
export const BURN_RULES: readonly BurnRule[] = [
  { rate: 14.4, long: '1h', short: '5m', state: 'failing' },
  { rate: 6, long: '6h', short: '30m', state: 'degraded' },
  { rate: 3, long: '1d', short: '2h', state: 'degraded' },
  { rate: 1, long: '3d', short: '6h', state: 'degraded' },
];

/** Asked for with each cycle. */
export const FAST_WINDOWS: readonly Window[] = ['30m', '1h', '6h'];
/** Asked for every few minutes: they change slowly, and cost most. */
export const SLOW_WINDOWS: readonly Window[] = ['2h', '1d', '3d'];
/** Over which an error budget is counted. */
export const BUDGET_WINDOW: Window = '28d';

/** Quantiles of the durations that are told of each entity. */
export const BUILT_IN_QUANTILES: readonly number[] = [0.5, 0.95, 0.99];

/** Ages at which an entity's series are looked for, in days, to say how much of the 28 days an error budget covers. */
export const AGES_DAYS: readonly number[] = [28, 21, 14, 7, 5, 4, 3, 2, 1, 0];
