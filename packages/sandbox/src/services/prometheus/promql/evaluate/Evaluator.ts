import type { Expr, MatrixSelector, Subquery } from '../ast';
import { typeOf } from '../parse/checkTypes';
import { aggregate } from './aggregate/aggregate';
import { evaluateBinary } from './binary/evaluateBinary';
import type { Context } from './Context';
import { callFunction } from './functions/callFunction';
import { selectWindows, subquerySteps, subqueryWindows } from './evaluateRange';
import { distinctColumns } from './merge';
import { dropName } from '../labels/labelSets';
import { selectVector } from './selectVector';
import type { Column, Steps, Value } from './Value';
import type { Windows } from './Windows';

/** Evaluates expressions at some steps, all of them at once. */
export class Evaluator {
  readonly context: Context;
  readonly steps: Steps;

  constructor(context: Context, steps: Steps) {
    this.context = context;
    this.steps = steps;
  }

  /** @throws PromqlError */
  async evaluate(expr: Expr): Promise<Value> {
    const { budget } = this.context;
    const before = budget.held;
    const value = await this.#dispatch(expr);
    budget.settle(before + size(value));
    await budget.breathe();
    return value;
  }

  async vector(expr: Expr): Promise<Column[]> {
    const value = await this.evaluate(expr);
    if (value.type !== 'vector') throw new Error(`${value.type}, not vector`);
    return value.columns;
  }

  async scalar(expr: Expr): Promise<Float64Array> {
    const value = await this.evaluate(expr);
    if (value.type !== 'scalar') throw new Error(`${value.type}, not scalar`);
    return value.values;
  }

  /** The windows of a range vector, one series each. */
  async windows(expr: MatrixSelector | Subquery): Promise<Windows[]> {
    const { context, steps } = this;
    if (expr.kind === 'range') return selectWindows(context, steps, expr);
    const within = subquerySteps(context, steps, expr);
    if (within.count === 0) return [];
    const columns = await new Evaluator(context, within).vector(expr.expr);
    return subqueryWindows(context, steps, expr, { steps: within, columns });
  }

  async #dispatch(expr: Expr): Promise<Value> {
    const { context, steps } = this;
    switch (expr.kind) {
      case 'number':
        return {
          type: 'scalar',
          values: new Float64Array(steps.count).fill(expr.value),
        };
      case 'string':
        return { type: 'string', value: expr.value };
      case 'selector':
        return {
          type: 'vector',
          columns: await selectVector(context, steps, expr),
        };
      case 'range':
      case 'subquery':
        return this.#matrix(expr);
      case 'call':
        return callFunction(this, expr);
      case 'aggregation':
        return { type: 'vector', columns: await aggregate(this, expr) };
      case 'binary':
        return evaluateBinary(this, expr);
      default:
        return expr.operator === '+'
          ? this.evaluate(expr.expr)
          : this.#negate(expr.expr);
    }
  }

  async #negate(expr: Expr): Promise<Value> {
    if (typeOf(expr) === 'scalar') {
      const values = await this.scalar(expr);
      return { type: 'scalar', values: values.map(value => -value) };
    }
    const columns = await this.vector(expr);
    return {
      type: 'vector',
      columns: distinctColumns(
        columns.map(({ labels, values, present }) => ({
          labels: dropName(labels),
          values: values.map(value => -value),
          present,
        })),
      ),
    };
  }

  /** The samples themselves: what an instant query of `x[5m]` answers. */
  async #matrix(expr: MatrixSelector | Subquery): Promise<Value> {
    const series = [];
    for (const windows of await this.windows(expr)) {
      const { samples, from, to } = windows.at(0);
      if (to > from) {
        series.push({
          labels: windows.labels,
          samples: samples.slice(from, to),
        });
        this.context.budget.hold(to - from);
      }
      await this.context.budget.breathe();
    }
    return { type: 'matrix', series };
  }
}

function size(value: Value): number {
  switch (value.type) {
    case 'scalar':
      return value.values.length;
    case 'vector': {
      let count = 0;
      for (const { present } of value.columns) {
        for (let i = 0; i < present.length; i += 1) count += present[i];
      }
      return count;
    }
    case 'matrix':
      return value.series.reduce((sum, one) => sum + one.samples.length, 0);
    default:
      return 0;
  }
}
