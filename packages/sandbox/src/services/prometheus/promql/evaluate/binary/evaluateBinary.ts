import type { Binary } from '../../ast';
import { dropName } from '../../labels/labelSets';
import { typeOf } from '../../parse/checkTypes';
import type { Evaluator } from '../Evaluator';
import { mergeColumns } from '../merge';
import { emptyColumn, isEmpty, type Column, type Value } from '../Value';
import { matchVectors } from './matchVectors';
import { COMPARISONS, dropsName, elementOperator } from './operators';
import { combineSets } from './setOperations';

/** Evaluates an operator between scalars, vectors, or one of each. */
export async function evaluateBinary(
  evaluator: Evaluator,
  binary: Binary,
): Promise<Value> {
  const { left, right, operator, bool } = binary;
  const leftIsScalar = typeOf(left) === 'scalar';
  const rightIsScalar = typeOf(right) === 'scalar';
  const count = evaluator.steps.count;

  if (leftIsScalar && rightIsScalar) {
    const l = await evaluator.scalar(left);
    const r = await evaluator.scalar(right);
    const apply = elementOperator(operator, bool);
    return { type: 'scalar', values: l.map((one, i) => apply(one, r[i])!) };
  }
  if (leftIsScalar || rightIsScalar) {
    const scalar = await evaluator.scalar(leftIsScalar ? left : right);
    const columns = await evaluator.vector(leftIsScalar ? right : left);
    return {
      type: 'vector',
      columns: withScalar(binary, columns, scalar, leftIsScalar),
    };
  }
  const l = await evaluator.vector(left);
  const r = await evaluator.vector(right);
  await evaluator.context.budget.breathe();
  const columns =
    binary.matching.cardinality === 'many-to-many'
      ? combineSets(binary, l, r, count)
      : matchVectors(binary, l, r, count);
  return { type: 'vector', columns };
}

/** A vector against a number. A comparison keeps the vector's value, on whichever side it stands. */
function withScalar(
  binary: Binary,
  columns: Column[],
  scalar: Float64Array,
  scalarIsLeft: boolean,
): Column[] {
  const { operator, bool } = binary;
  const apply = elementOperator(operator, bool);
  const filters = COMPARISONS[operator] !== undefined && !bool;
  const drops = dropsName(operator, bool);
  const results: Column[] = [];
  for (const { labels, values, present } of columns) {
    const result = emptyColumn(
      drops ? dropName(labels) : labels,
      values.length,
    );
    for (let i = 0; i < values.length; i += 1) {
      if (!present[i]) continue;
      const value = scalarIsLeft
        ? apply(scalar[i], values[i])
        : apply(values[i], scalar[i]);
      if (value === undefined) continue;
      result.values[i] = filters ? values[i] : value;
      result.present[i] = 1;
    }
    if (!isEmpty(result)) results.push(result);
  }
  return drops ? mergeColumns(results) : results;
}
