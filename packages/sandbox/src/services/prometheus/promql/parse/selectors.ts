import type { SyntaxNode } from '@lezer/common';
import { toRegExp } from '../labels/toRegExp';
import type { Matcher } from '../../series/SeriesSource';
import type { VectorSelector } from '../ast';
import { PromqlError } from '../PromqlError';
import { matches } from '../labels/matches';
import type { CstReader } from './CstReader';
import { unquote } from './literals';

/** Reads `name{label="value", …}`. */
export function readSelector(
  reader: CstReader,
  node: SyntaxNode,
): VectorSelector {
  const identifier = reader.child(node, 'Identifier');
  const list = reader.child(node, 'LabelMatchers');
  const matchers = list
    ? reader
        .children(list)
        .filter(({ name }) => name === 'LabelMatcher')
        .map(child => readMatcher(reader, child))
    : [];
  if (identifier) {
    const metric = reader.text(identifier);
    const twice = matchers.find(({ name }) => name === '__name__');
    if (twice) {
      throw reader.error(
        node,
        `metric name must not be set twice: "${metric}" or "${twice.value}"`,
      );
    }
    matchers.push({ name: '__name__', operator: '=', value: metric });
  }
  if (matchers.every(matcher => matches(matcher, ''))) {
    throw reader.error(
      node,
      'vector selector must contain at least one non-empty matcher',
    );
  }
  return { kind: 'selector', position: node.from, matchers, offset: 0 };
}

function readMatcher(reader: CstReader, node: SyntaxNode): Matcher {
  const [label, operator, literal] = reader.children(node);
  const value = unquote(reader.text(literal), reader.query, literal.from);
  const matcher: Matcher = {
    name: reader.text(label),
    operator: reader.text(operator) as Matcher['operator'],
    value,
  };
  if (matcher.operator === '=~' || matcher.operator === '!~') {
    try {
      toRegExp(value);
    } catch (error) {
      if (error instanceof PromqlError) throw reader.error(node, error.message);
      throw error;
    }
  }
  return matcher;
}
