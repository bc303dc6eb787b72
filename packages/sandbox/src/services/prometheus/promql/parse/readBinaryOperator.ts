import type { SyntaxNode } from '@lezer/common';
import type { Matching } from '../ast';
import type { CstReader } from './CstReader';
import type { BinaryOperator } from './precedence';
import { labelsOf } from './readAggregation';

/** Operators that work on sets of series. */
export const SET_OPERATORS = ['and', 'or', 'unless'];

/** Reads an operator with `bool`, `on`, `ignoring`, `group_left` and `group_right`. */
export function readBinaryOperator(
  reader: CstReader,
  node: SyntaxNode,
): BinaryOperator {
  const children = reader.children(node);
  const operator = reader.text(children[1]).toLowerCase();
  return {
    kind: 'binary',
    operator,
    bool: children.some(({ name }) => name === 'BoolModifier'),
    matching: readMatching(reader, node, operator),
  };
}

function readMatching(
  reader: CstReader,
  node: SyntaxNode,
  operator: string,
): Matching {
  const isSet = SET_OPERATORS.includes(operator);
  const clause = reader.child(node, 'MatchingModifierClause');
  const matching: Matching = {
    on: false,
    labels: [],
    cardinality: isSet ? 'many-to-many' : 'one-to-one',
    include: [],
  };
  if (!clause) return matching;
  matching.on = reader.child(clause, 'On') !== undefined;
  matching.labels = labelsOf(reader, clause);
  const group = reader.child(clause, 'GroupLeft', 'GroupRight');
  if (!group) return matching;
  if (isSet) {
    throw reader.error(node, `no grouping allowed for "${operator}" operation`);
  }
  matching.cardinality =
    group.name === 'GroupLeft' ? 'many-to-one' : 'one-to-many';
  const list = group.nextSibling;
  if (list) matching.include = labelsOf(reader, list);
  const both = matching.labels.find(label => matching.include.includes(label));
  if (matching.on && both !== undefined) {
    throw reader.error(
      node,
      `label "${both}" must not occur in ON and GROUP clause at once`,
    );
  }
  return matching;
}
