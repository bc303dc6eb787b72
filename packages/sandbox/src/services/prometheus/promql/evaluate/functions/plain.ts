import type { Expr } from '../../ast';
import { dropName } from '../../labels/labelSets';
import { byValue } from '../aggregate/quantile';
import type { Evaluator } from '../Evaluator';
import { mergeColumns } from '../merge';
import { selectVector } from '../selectVector';
import { timeOf, type Column, type Steps } from '../Value';

/** Seconds since 1970 at each step. */
export function evaluationTimes(steps: Steps): Float64Array {
  const times = new Float64Array(steps.count);
  return times.map((_, i) => timeOf(steps, i) / 1000);
}

/** The value of the only series; NaN where there is none, or more than one. */
export function scalarOf(columns: Column[], count: number): Float64Array {
  const values = new Float64Array(count).fill(NaN);
  const seen = new Uint8Array(count);
  for (const column of columns) {
    for (let i = 0; i < count; i += 1) {
      if (!column.present[i]) continue;
      values[i] = seen[i] ? NaN : column.values[i];
      seen[i] = 1;
    }
  }
  return values;
}

/** When the samples of a selector were taken; of anything else, when it is evaluated. */
export async function timestamps(
  evaluator: Evaluator,
  expr: Expr,
): Promise<Column[]> {
  const { context, steps } = evaluator;
  const columns =
    expr.kind === 'selector'
      ? await selectVector(context, steps, expr, ({ at }) => at / 1000)
      : (await evaluator.vector(expr)).map(column => ({
          ...column,
          values: evaluationTimes(steps),
        }));
  return mergeColumns(
    columns.map(column => ({ ...column, labels: dropName(column.labels) })),
  );
}

/** Orders the series of an instant query by value, NaN last; a range has no such order. */
export function sortColumns(
  columns: Column[],
  name: 'sort' | 'sort_desc',
  count: number,
): Column[] {
  if (count !== 1) return columns;
  const sign = name === 'sort' ? 1 : -1;
  return [...columns].sort((a, b) => {
    const [left, right] = [a.values[0], b.values[0]];
    if (Number.isNaN(left) || Number.isNaN(right)) return -byValue(left, right);
    return sign * (left - right) || 0;
  });
}
