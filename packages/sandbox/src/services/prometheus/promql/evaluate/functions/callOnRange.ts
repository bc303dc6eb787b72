import type { MatrixSelector, Subquery } from '../../ast';
import { dropName } from '../../labels/labelSets';
import { executionError } from '../../PromqlError';
import type { Evaluator } from '../Evaluator';
import { distinctColumns } from '../merge';
import { emptyColumn, timeOf, type Column } from '../Value';
import type { Windows } from '../Windows';
import { extrapolate } from './extrapolate';
import { WINDOW_FUNCTIONS } from './overTime';

/** Functions that need but the ends of a window and its resets. */
const GROWTH = ['rate', 'increase', 'delta'];

/** Applies a function to each window of a range vector. */
export async function callOnRange(
  evaluator: Evaluator,
  name: string,
  range: MatrixSelector | Subquery,
  scalars: Float64Array[],
): Promise<Column[]> {
  const { steps, context } = evaluator;
  const { budget } = context;
  const grows = GROWTH.includes(name);
  const apply = WINDOW_FUNCTIONS[name];
  if (!grows && !apply) throw executionError(`unexpected function ${name}`);
  const perSecond = name === 'rate' ? range.range / 1000 : 1;
  const columns: Column[] = [];

  for (const windows of await evaluator.windows(range)) {
    const { labels } = windows;
    const column = emptyColumn(
      name === 'last_over_time' ? labels : dropName(labels),
      steps.count,
    );
    for (let i = 0; i < steps.count; i += 1) {
      const value = grows ? growth(windows, i) : over(windows, i);
      if (value === undefined) continue;
      column.values[i] = value;
      column.present[i] = 1;
      budget.hold(1);
    }
    columns.push(column);
    await budget.breathe();
  }
  return distinctColumns(columns);

  function growth(windows: Windows, i: number) {
    const window = windows.counterAt(i);
    if (!window) return undefined;
    checkSize(window.count);
    const grown = extrapolate(window, windows.spanAt(i), name !== 'delta');
    return grown === undefined ? undefined : grown / perSecond;
  }

  function over(windows: Windows, i: number) {
    const window = windows.at(i);
    if (window.from === window.to) return undefined;
    checkSize(window.to - window.from);
    return apply(window, {
      at: timeOf(steps, i),
      scalars: scalars.map(scalar => scalar[i]),
    });
  }

  /** A window's samples are in memory while it is looked at. */
  function checkSize(samples: number) {
    const { held } = budget;
    budget.settle(held + samples);
    budget.settle(held);
  }
}
