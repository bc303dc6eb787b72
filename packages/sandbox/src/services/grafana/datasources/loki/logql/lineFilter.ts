import type { SyntaxNode } from '@lezer/common';
import { toRegExp } from '../../../../prometheus/promql/labels/toRegExp';
import type { CstReader } from '../../../../prometheus/promql/parse/CstReader';
import type { Stage } from './Line';
import { unsupported } from './LogqlError';
import { stringOf } from './stringOf';

/** `|= "a" != "b" |~ "c" !~ "d"`, each perhaps with `or "e"`. */
export function lineFilter(reader: CstReader, node: SyntaxNode): Stage {
  const tests = filtersIn(reader, node);
  return ({ text }) => tests.every(test => test(text));
}

type Test = (text: string) => boolean;

function filtersIn(reader: CstReader, node: SyntaxNode): Test[] {
  if (node.name === 'LineFilter') return [readFilter(reader, node)];
  return reader.children(node).flatMap(child => filtersIn(reader, child));
}

function readFilter(reader: CstReader, node: SyntaxNode): Test {
  const [filter] = reader.children(node);
  const operator = reader.text(filter);
  const texts: string[] = [];
  node.cursor().iterate(({ name, node: one }) => {
    if (name === 'Ip') throw unsupported('ip()');
    if (name === 'String') texts.push(stringOf(reader, one));
  });
  switch (operator) {
    case '|=':
      return line => texts.some(text => line.includes(text));
    case '!=':
      return line => !texts.some(text => line.includes(text));
    case '|~': {
      const patterns = texts.map(searching);
      return line => patterns.some(pattern => pattern.test(line));
    }
    case '!~': {
      const patterns = texts.map(searching);
      return line => !patterns.some(pattern => pattern.test(line));
    }
    default:
      throw unsupported(operator);
  }
}

/** Matches anywhere in the line, while the pattern of a label matches all of it. */
function searching(pattern: string): RegExp {
  const [flagged = '', flags = ''] = /^\(\?([is]+)\)/.exec(pattern) ?? [];
  const body = pattern.slice(flagged.length);
  return toRegExp(`(?${flags}s).*(?:${body}).*`);
}
