import type { Aggregation } from '../../ast';
import { executionError } from '../../PromqlError';
import type { Evaluator } from '../Evaluator';
import type { Column } from '../Value';
import { countValues } from './countValues';
import { groupColumns } from './groupColumns';
import { quantileOf } from './quantileOf';
import { rank } from './rank';
import { REDUCERS } from './reducers';
import { reduceGroup } from './reduceGroup';

/** Evaluates `sum by (label) (…)` and its like. */
export async function aggregate(
  evaluator: Evaluator,
  aggregation: Aggregation,
): Promise<Column[]> {
  const { operator, expr, parameter, labels, without } = aggregation;
  const { steps } = evaluator;
  const { budget } = evaluator.context;

  if (operator === 'count_values') {
    const name = await evaluator.evaluate(parameter!);
    const label = name.type === 'string' ? name.value : '';
    const columns = await evaluator.vector(expr);
    return countValues(columns, label, { labels, without });
  }
  const values = parameter && (await evaluator.scalar(parameter));
  const columns = await evaluator.vector(expr);
  await budget.breathe();
  const groups = groupColumns(columns, { labels, without });
  switch (operator) {
    case 'topk':
    case 'bottomk':
      return rank(groups, operator, values!, steps.count);
    case 'quantile':
      return quantileOf(groups, values!, steps.count);
    default: {
      const reducer = REDUCERS[operator];
      if (!reducer) throw executionError(`unexpected operator ${operator}`);
      const results: Column[] = [];
      for (const group of groups) {
        results.push(reduceGroup(group, reducer, steps.count));
        await budget.breathe();
      }
      return results;
    }
  }
}
