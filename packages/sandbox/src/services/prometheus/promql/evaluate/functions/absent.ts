import type { Labels } from '../../../series/SeriesSource';
import type { Expr, MatrixSelector, Subquery } from '../../ast';
import { withLabel } from '../../labels/labelSets';
import type { Evaluator } from '../Evaluator';
import { anyPresent } from '../binary/signature';
import { emptyColumn, isEmpty, type Column } from '../Value';

/** One series of value 1 where the vector is empty, with the labels that its selector tells for sure. */
export function absent(expr: Expr, columns: Column[], count: number): Column[] {
  return where(anyPresent(columns, count), labelsFor(expr));
}

/** Likewise where the windows are empty. */
export async function absentOverTime(
  evaluator: Evaluator,
  expr: MatrixSelector | Subquery,
): Promise<Column[]> {
  const { count } = evaluator.steps;
  const any = new Uint8Array(count);
  for (const windows of await evaluator.windows(expr)) {
    for (let i = 0; i < count; i += 1) {
      if (windows.counterAt(i)) any[i] = 1;
    }
    await evaluator.context.budget.breathe();
  }
  return where(any, labelsFor(expr));
}

function where(any: Uint8Array, labels: Labels): Column[] {
  const column = emptyColumn(labels, any.length);
  any.forEach((one, i) => {
    column.values[i] = 1;
    column.present[i] = 1 - one;
  });
  return isEmpty(column) ? [] : [column];
}

function labelsFor(expr: Expr): Labels {
  if (expr.kind !== 'selector' && expr.kind !== 'range') return {};
  const seen = new Set<string>();
  let labels: Labels = {};
  for (const { name, operator, value } of expr.matchers) {
    if (name === '__name__') continue;
    const told = operator === '=' && !seen.has(name);
    labels = withLabel(labels, name, told ? value : '');
    seen.add(name);
  }
  return labels;
}
