import type { Sample, Series } from '../../series/SeriesSource';
import type { MatrixSelector, Subquery } from '../ast';
import { momentsOf, type Context } from './Context';
import { timeOf, type Column, type Steps } from './Value';
import { Windows } from './Windows';

/** The steps at which a subquery evaluates what is inside it: multiples of its own step. */
export function subquerySteps(
  context: Context,
  steps: Steps,
  subquery: Subquery,
): Steps {
  const { range, step = context.evaluationIntervalMs } = subquery;
  const moments = momentsOf(context, steps, subquery);
  const from = moments[0] - range;
  const start = Math.ceil(from / step) * step;
  const end = moments[moments.length - 1];
  return {
    start,
    step,
    count: Math.max(0, Math.floor((end - start) / step) + 1),
  };
}

/** The series of a selector like `x[5m]`. */
export function selectWindows(
  context: Context,
  steps: Steps,
  selector: MatrixSelector,
): Windows[] {
  const { matchers, range } = selector;
  const moments = momentsOf(context, steps, selector);
  return context.source
    .select(matchers, moments[0] - range - 1, moments[moments.length - 1])
    .map(series => new Windows(series, moments, range));
}

/** The series of a subquery, from the values of what is inside it. */
export function subqueryWindows(
  context: Context,
  steps: Steps,
  subquery: Subquery,
  inner: { steps: Steps; columns: Column[] },
): Windows[] {
  const moments = momentsOf(context, steps, subquery);
  return inner.columns.map(
    column =>
      new Windows(columnSeries(column, inner.steps), moments, subquery.range),
  );
}

function columnSeries(column: Column, steps: Steps): Series {
  const samples: Sample[] = [];
  for (let i = 0; i < steps.count; i += 1) {
    if (column.present[i]) {
      samples.push({ at: timeOf(steps, i), value: column.values[i] });
    }
  }
  return {
    labels: column.labels,
    samples: (after, until) =>
      samples.filter(({ at }) => at > after && at <= until),
  };
}
