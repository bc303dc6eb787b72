import type { SyntaxNode } from '@lezer/common';
import type { Expr } from '../ast';
import type { CstReader } from './CstReader';
import { unquote } from './literals';
import { arrange, type InfixToken } from './precedence';
import { applyPostfix } from './postfix';
import { readAggregation } from './readAggregation';
import { readBinaryOperator } from './readBinaryOperator';
import { numberOf } from './numbers';
import { readSelector } from './selectors';

const SHIFTS = ['OffsetExpr', 'StepInvariantExpr'];
const POSTFIX = [...SHIFTS, 'MatrixSelector', 'SubqueryExpr'];

/**
 * Turns a node of the parser into an expression. The grammar of the npm package is made for an editor and
 * binds `-1 ^ 2` and `a + b offset 5m` otherwise than Prometheus does; so operands and operators are
 * taken in the order of the text, and arranged here.
 */
export function readExpression(reader: CstReader, node: SyntaxNode): Expr {
  return arrange(flatten(reader, node));
}

function flatten(reader: CstReader, node: SyntaxNode): InfixToken[] {
  const children = reader.children(node);
  if (node.name === 'BinaryExpr') {
    const last = children[children.length - 1];
    return [
      ...flatten(reader, children[0]),
      { binary: readBinaryOperator(reader, node) },
      ...flatten(reader, last),
    ];
  }
  if (node.name === 'UnaryExpr') {
    const operator = reader.text(children[0]) as '+' | '-';
    return [
      { unary: operator, position: node.from },
      ...flatten(reader, children[1]),
    ];
  }
  if (POSTFIX.includes(node.name)) {
    const tokens = flatten(reader, children[0]);
    const last = tokens[tokens.length - 1];
    if (!('operand' in last)) throw reader.error(node, 'unexpected modifier');
    const inParentheses = innermost(reader, children[0]).name === 'ParenExpr';
    tokens[tokens.length - 1] = {
      operand: applyPostfix(reader, node, last.operand, inParentheses),
    };
    return tokens;
  }
  if (node.name === 'NumberLiteral') {
    const [, sign, digits] = /^([+-]?)\s*(.*)$/s.exec(reader.text(node))!;
    const operand: Expr = {
      kind: 'number',
      position: node.from,
      value: numberOf(reader, node, digits),
    };
    return sign
      ? [{ unary: sign as '+' | '-', position: node.from }, { operand }]
      : [{ operand }];
  }
  return [{ operand: readOperand(reader, node) }];
}

/** What a modifier is written behind, other modifiers left aside. */
function innermost(reader: CstReader, node: SyntaxNode): SyntaxNode {
  const children = reader.children(node);
  if (node.name === 'BinaryExpr' || node.name === 'UnaryExpr') {
    return innermost(reader, children[children.length - 1]);
  }
  return SHIFTS.includes(node.name) ? innermost(reader, children[0]) : node;
}

function readOperand(reader: CstReader, node: SyntaxNode): Expr {
  const position = node.from;
  switch (node.name) {
    case 'ParenExpr':
      return readExpression(reader, reader.children(node)[0]);
    case 'StringLiteral':
      return {
        kind: 'string',
        position,
        value: unquote(reader.text(node), reader.query, position),
      };
    case 'VectorSelector':
      return readSelector(reader, node);
    case 'AggregateExpr':
      return readAggregation(reader, node);
    case 'FunctionCall': {
      const [identifier, body] = reader.children(node);
      return {
        kind: 'call',
        position,
        name: reader.text(identifier),
        args: reader
          .children(body)
          .map(argument => readExpression(reader, argument)),
      };
    }
    default:
      throw reader.error(node, `unexpected "${reader.text(node)}"`);
  }
}
