import type { Sample, Series } from '../../series/SeriesSource';
import type { VectorSelector } from '../ast';
import { momentsOf, type Context } from './Context';
import { emptyColumn, type Column, type Steps } from './Value';

/**
 * The newest sample of each series at each step, if it is not older than the lookback. Sources have no
 * markers of staleness, so a series ends with the lookback alone.
 *
 * @param read what of the sample is wanted: its value, or for `timestamp` its time
 */
export async function selectVector(
  context: Context,
  steps: Steps,
  selector: VectorSelector,
  read: (sample: Sample) => number = sample => sample.value,
): Promise<Column[]> {
  const { source, budget, lookbackMs } = context;
  const moments = momentsOf(context, steps, selector);
  const last = moments[moments.length - 1];
  const columns: Column[] = [];
  const after = moments[0] - lookbackMs - 1;
  for (const series of source.select(selector.matchers, after, last)) {
    const column = emptyColumn(series.labels, steps.count);
    const found = readNewest(series, moments, lookbackMs, column, read);
    budget.hold(found);
    if (found > 0) columns.push(column);
    await budget.breathe();
  }
  return columns;
}

function readNewest(
  series: Series,
  moments: Float64Array,
  lookbackMs: number,
  column: Column,
  read: (sample: Sample) => number,
): number {
  const last = moments[moments.length - 1];
  // Steps that are further apart than the lookback need few of the samples between them.
  const apart = moments.length > 1 && moments[1] - moments[0] > lookbackMs;
  let samples = apart ? [] : series.samples(moments[0] - lookbackMs - 1, last);
  let next = 0;
  let found = 0;
  for (let i = 0; i < moments.length; i += 1) {
    const moment = moments[i];
    if (apart) {
      samples = series.samples(moment - lookbackMs - 1, moment);
      next = samples.length;
    } else {
      while (next < samples.length && samples[next].at <= moment) next += 1;
    }
    const sample = samples[next - 1];
    if (!sample || sample.at < moment - lookbackMs) continue;
    column.values[i] = read(sample);
    column.present[i] = 1;
    found += 1;
  }
  return found;
}
