import type { Call, Expr, MatrixSelector, Subquery } from '../../ast';
import { typeOf } from '../../parse/checkTypes';
import type { Evaluator } from '../Evaluator';
import type { Column, Value } from '../Value';
import { absent, absentOverTime } from './absent';
import { callOnRange } from './callOnRange';
import { callOnValues } from './callOnValues';
import { DATE_FUNCTIONS } from './dates';
import { histogramQuantile } from './histogramQuantile';
import { joinLabels, replaceLabel } from './labelFunctions';
import { evaluationTimes, scalarOf, sortColumns, timestamps } from './plain';

const vector = (columns: Column[]): Value => ({ type: 'vector', columns });

/** Evaluates a call of a function that {@link SIGNATURES} lists. */
export async function callFunction(
  evaluator: Evaluator,
  call: Call,
): Promise<Value> {
  const { name, args } = call;
  const { steps } = evaluator;
  switch (name) {
    case 'time':
      return { type: 'scalar', values: evaluationTimes(steps) };
    case 'pi':
      return {
        type: 'scalar',
        values: new Float64Array(steps.count).fill(Math.PI),
      };
    case 'vector':
      return vector([everywhere(await evaluator.scalar(args[0]))]);
    case 'scalar':
      return {
        type: 'scalar',
        values: scalarOf(await evaluator.vector(args[0]), steps.count),
      };
    case 'timestamp':
      return vector(await timestamps(evaluator, args[0]));
    case 'sort':
    case 'sort_desc':
      return vector(
        sortColumns(await evaluator.vector(args[0]), name, steps.count),
      );
    case 'absent':
      return vector(
        absent(args[0], await evaluator.vector(args[0]), steps.count),
      );
    case 'absent_over_time':
      return vector(await absentOverTime(evaluator, rangeOf(args[0])));
    case 'histogram_quantile':
      return vector(
        histogramQuantile(
          await evaluator.scalar(args[0]),
          await evaluator.vector(args[1]),
        ),
      );
    case 'label_replace':
    case 'label_join': {
      const columns = await evaluator.vector(args[0]);
      const texts = args.slice(1).map(textOf);
      return vector(
        name === 'label_join'
          ? joinLabels(columns, texts)
          : replaceLabel(columns, texts),
      );
    }
    default:
  }
  if (DATE_FUNCTIONS[name] && args.length === 0) {
    const now = everywhere(evaluationTimes(steps));
    return vector(callOnValues(name, [now], []));
  }
  const scalars: Float64Array[] = [];
  for (const argument of args) {
    if (typeOf(argument) === 'scalar') {
      scalars.push(await evaluator.scalar(argument));
    }
  }
  const range = args.find(argument => typeOf(argument) === 'matrix');
  return vector(
    range
      ? await callOnRange(evaluator, name, rangeOf(range), scalars)
      : callOnValues(name, await evaluator.vector(args[0]), scalars),
  );
}

/** A series without labels that has a value at each step. */
function everywhere(values: Float64Array): Column {
  return { labels: {}, values, present: new Uint8Array(values.length).fill(1) };
}

function textOf(expr: Expr): string {
  if (expr.kind !== 'string') throw new Error(`${expr.kind}, not a string`);
  return expr.value;
}

function rangeOf(expr: Expr): MatrixSelector | Subquery {
  if (expr.kind !== 'range' && expr.kind !== 'subquery') {
    throw new Error(`${expr.kind}, not a range`);
  }
  return expr;
}
