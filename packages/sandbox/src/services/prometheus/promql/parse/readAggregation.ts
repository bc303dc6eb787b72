import type { SyntaxNode } from '@lezer/common';
import type { Aggregation } from '../ast';
import type { CstReader } from './CstReader';
import { readExpression } from './readExpression';

const WITH_PARAMETER = ['topk', 'bottomk', 'quantile', 'count_values'];

/** Reads `sum by (label) (…)` and the like. */
export function readAggregation(
  reader: CstReader,
  node: SyntaxNode,
): Aggregation {
  const operator = reader
    .text(reader.child(node, 'AggregateOp')!)
    .toLowerCase();
  const modifier = reader.child(node, 'AggregateModifier');
  const args = reader
    .children(reader.child(node, 'FunctionCallBody')!)
    .map(argument => readExpression(reader, argument));
  const expected = WITH_PARAMETER.includes(operator) ? 2 : 1;
  if (args.length === 0) {
    throw reader.error(node, 'no arguments for aggregate expression provided');
  }
  if (args.length !== expected) {
    throw reader.error(
      node,
      `wrong number of arguments for aggregate expression provided, expected ${expected}, got ${args.length}`,
    );
  }
  return {
    kind: 'aggregation',
    position: node.from,
    operator,
    parameter: expected === 2 ? args[0] : undefined,
    expr: args[expected - 1],
    labels: modifier ? labelsOf(reader, modifier) : [],
    without:
      modifier !== undefined && reader.child(modifier, 'Without') !== undefined,
  };
}

/** The label names in the parentheses that follow a modifier. */
export function labelsOf(reader: CstReader, node: SyntaxNode): string[] {
  const list =
    node.name === 'GroupingLabels'
      ? node
      : reader.child(node, 'GroupingLabels');
  return list
    ? reader
        .children(list)
        .filter(({ name }) => name === 'LabelName')
        .map(child => reader.text(child))
    : [];
}
