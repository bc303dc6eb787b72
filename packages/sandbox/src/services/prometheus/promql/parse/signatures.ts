import type { ValueType } from '../ast';

/** What a function takes and yields. */
export interface Signature {
  args: ValueType[];
  /** How many of the last arguments may be left out; -1: the last may be repeated, or left out. */
  optional: number;
  returns: ValueType;
}

const of = (
  args: ValueType[],
  returns: ValueType = 'vector',
  optional = 0,
): Signature => ({ args, returns, optional });

const each = (names: string, signature: Signature) =>
  names.split(' ').map((name): [string, Signature] => [name, signature]);

/** Functions that are evaluated here, as in https://prometheus.io/docs/prometheus/2.42/querying/functions/ */
export const SIGNATURES = new Map<string, Signature>([
  ...each(
    'abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor ln log10 log2 rad sgn sin sinh sort sort_desc sqrt tan tanh timestamp',
    of(['vector']),
  ),
  ...each(
    'absent_over_time avg_over_time changes count_over_time delta deriv idelta increase irate last_over_time max_over_time min_over_time present_over_time rate resets stddev_over_time stdvar_over_time sum_over_time',
    of(['matrix']),
  ),
  ...each(
    'day_of_month day_of_week day_of_year days_in_month hour minute month year',
    of(['vector'], 'vector', 1),
  ),
  ['clamp', of(['vector', 'scalar', 'scalar'])],
  ...each('clamp_max clamp_min', of(['vector', 'scalar'])),
  ['histogram_quantile', of(['scalar', 'vector'])],
  ['label_join', of(['vector', 'string', 'string', 'string'], 'vector', -1)],
  ['label_replace', of(['vector', 'string', 'string', 'string', 'string'])],
  ['pi', of([], 'scalar')],
  ['predict_linear', of(['matrix', 'scalar'])],
  ['quantile_over_time', of(['scalar', 'matrix'])],
  ['round', of(['vector', 'scalar'], 'vector', 1)],
  ['scalar', of(['vector'], 'scalar')],
  ['time', of([], 'scalar')],
  ['vector', of(['scalar'])],
]);

/** Functions of Prometheus that this one leaves out. */
export const REFUSED = [
  'holt_winters',
  'histogram_count',
  'histogram_fraction',
  'histogram_sum',
];
