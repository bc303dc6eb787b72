import { formatFloat } from '../../format';
import { labelKey, labelOf, without } from '../../labels/labelSets';
import { parseNumber } from '../../parse/literals';
import { mergeColumns } from '../merge';
import { emptyColumn, isEmpty, type Column } from '../Value';

/** One bucket of a classic histogram: how many observations are at or below its bound. */
export interface Bucket {
  upperBound: number;
  count: number;
}

/** `histogram_quantile(q, buckets)` for histograms with a label `le`. */
export function histogramQuantile(
  quantiles: Float64Array,
  columns: Column[],
): Column[] {
  const count = quantiles.length;
  const histograms = new Map<
    string,
    { result: Column; buckets: { upperBound: number; column: Column }[] }
  >();
  for (const column of columns) {
    const upperBound = parseBound(labelOf(column.labels, 'le'));
    if (upperBound === undefined) continue;
    const key = labelKey(without(column.labels, ['le']));
    let histogram = histograms.get(key);
    if (!histogram) {
      const labels = without(column.labels, ['le', '__name__']);
      histogram = { result: emptyColumn(labels, count), buckets: [] };
      histograms.set(key, histogram);
    }
    histogram.buckets.push({ upperBound, column });
  }
  for (const { result, buckets } of histograms.values()) {
    buckets.sort((a, b) => a.upperBound - b.upperBound);
    for (let i = 0; i < count; i += 1) {
      const here = buckets
        .filter(({ column }) => column.present[i])
        .map(({ upperBound, column }) => ({
          upperBound,
          count: column.values[i],
        }));
      if (here.length === 0) continue;
      result.values[i] = bucketQuantile(quantiles[i], here);
      result.present[i] = 1;
    }
  }
  return mergeColumns(
    [...histograms.values()]
      .map(({ result }) => result)
      .filter(column => !isEmpty(column)),
  );
}

function parseBound(text: string): number | undefined {
  const value = text === '' ? undefined : parseNumber(text);
  return value === undefined || formatFloat(value) === 'NaN'
    ? undefined
    : value;
}

/**
 * The quantile of a histogram, interpolated within its bucket.
 * https://prometheus.io/docs/prometheus/2.42/querying/functions/#histogram_quantile
 *
 * @param sorted buckets by bound, of which the last must be +Inf
 */
export function bucketQuantile(q: number, sorted: Bucket[]): number {
  if (Number.isNaN(q)) return NaN;
  if (q < 0) return -Infinity;
  if (q > 1) return Infinity;
  if (sorted[sorted.length - 1].upperBound !== Infinity) return NaN;
  const buckets = monotonic(coalesce(sorted));
  const last = buckets.length - 1;
  const observations = buckets[last].count;
  if (buckets.length < 2 || observations === 0) return NaN;

  const rank = q * observations;
  const found = buckets.findIndex(
    ({ count }, index) => index === last || count >= rank,
  );
  if (found === last) return buckets[last - 1].upperBound;
  const { upperBound, count } = buckets[found];
  if (found === 0) {
    return upperBound <= 0 ? upperBound : upperBound * (rank / count);
  }
  const below = buckets[found - 1];
  return (
    below.upperBound +
    (upperBound - below.upperBound) *
      ((rank - below.count) / (count - below.count))
  );
}

/** Adds up buckets of the same bound. */
function coalesce(sorted: Bucket[]): Bucket[] {
  const buckets: Bucket[] = [];
  for (const bucket of sorted) {
    const last = buckets[buckets.length - 1];
    if (last?.upperBound === bucket.upperBound) last.count += bucket.count;
    else buckets.push({ ...bucket });
  }
  return buckets;
}

/** No bucket holds fewer than the one below it: rates of scrapes that were not at one moment may say so. */
function monotonic(buckets: Bucket[]): Bucket[] {
  let most = -Infinity;
  return buckets.map((bucket, index) => {
    if (index === 0 || bucket.count > most) most = bucket.count;
    return bucket.count < most ? { ...bucket, count: most } : bucket;
  });
}
