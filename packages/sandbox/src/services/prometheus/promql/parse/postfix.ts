import type { SyntaxNode } from '@lezer/common';
import type { Expr, TimeShift } from '../ast';
import type { CstReader } from './CstReader';
import { durationOf, numberOf } from './numbers';

type Shifted = Extract<Expr, TimeShift>;

/** Sets a range, a subquery, `offset` or `@` on what stands before it. */
export function applyPostfix(
  reader: CstReader,
  node: SyntaxNode,
  expr: Expr,
  inParentheses: boolean,
): Expr {
  const rest = reader.children(node).slice(1);
  switch (node.name) {
    case 'MatrixSelector':
      return range(reader, node, expr, inParentheses);
    case 'SubqueryExpr': {
      const [whole, step] = rest.map(child => durationOf(reader, child));
      return {
        kind: 'subquery',
        position: expr.position,
        expr,
        range: whole,
        step,
        offset: 0,
      };
    }
    case 'OffsetExpr': {
      const target = shifted(reader, node, expr, inParentheses, 'offset');
      if (target.offset !== 0) {
        throw reader.error(node, 'offset may not be set multiple times');
      }
      const negative = reader.child(node, 'Sub') !== undefined;
      const duration = durationOf(reader, rest[rest.length - 1]);
      return { ...target, offset: negative ? -duration : duration };
    }
    default: {
      const target = shifted(reader, node, expr, inParentheses, '@');
      if (target.at !== undefined) {
        throw reader.error(node, '@ <timestamp> may not be set multiple times');
      }
      return { ...target, at: moment(reader, rest[rest.length - 1]) };
    }
  }
}

function range(
  reader: CstReader,
  node: SyntaxNode,
  expr: Expr,
  inParentheses: boolean,
): Expr {
  if (expr.kind !== 'selector' || inParentheses) {
    throw reader.error(node, 'ranges only allowed for vector selectors');
  }
  if (expr.offset !== 0) {
    throw reader.error(node, 'no offset modifiers allowed before range');
  }
  if (expr.at !== undefined) {
    throw reader.error(node, 'no @ modifiers allowed before range');
  }
  const duration = reader.child(node, 'Duration')!;
  return { ...expr, kind: 'range', range: durationOf(reader, duration) };
}

function shifted(
  reader: CstReader,
  node: SyntaxNode,
  expr: Expr,
  inParentheses: boolean,
  modifier: 'offset' | '@',
): Shifted {
  const known =
    expr.kind === 'selector' ||
    expr.kind === 'range' ||
    expr.kind === 'subquery';
  if (!known || inParentheses) {
    throw reader.error(
      node,
      `${modifier} modifier must be preceded by an instant vector selector or range vector selector or a subquery`,
    );
  }
  return expr;
}

function moment(reader: CstReader, node: SyntaxNode): number | 'start' | 'end' {
  if (node.name === 'AtModifierPreprocessors') {
    return reader.text(node).toLowerCase() as 'start' | 'end';
  }
  const seconds = numberOf(reader, node);
  if (!Number.isFinite(seconds)) {
    throw reader.error(
      node,
      `timestamp out of bounds for @ modifier: ${reader.text(node)}`,
    );
  }
  return Math.round(seconds * 1000);
}
