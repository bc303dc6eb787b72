import type { SyntaxNode } from '@lezer/common';
import { matches } from '../../../../prometheus/promql/labels/matches';
import type { Matcher } from '../../../../prometheus/series/SeriesSource';
import type { CstReader } from '../../../../prometheus/promql/parse/CstReader';
import { markError, type Line } from './Line';
import { unsupported } from './LogqlError';
import { stringOf } from './stringOf';
import { bytesOf, millisecondsOf } from './units';

type Keeps = (line: Line) => boolean;

const COMPARE: Record<string, (a: number, b: number) => boolean> = {
  '=': (a, b) => a === b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
};

/** `level="error"`, `status >= 500`, `duration > 10ms`, combined with `and`, `or` and a comma. */
export function labelFilter(reader: CstReader, node: SyntaxNode): Keeps {
  const parts = reader.children(node);
  const filters = parts.filter(({ name }) => name === 'LabelFilter');
  if (filters.length === 2) {
    const [left, right] = filters.map(one => labelFilter(reader, one));
    return parts.some(({ name }) => name === 'Or')
      ? line => left(line) || right(line)
      : line => left(line) && right(line);
  }
  if (filters.length === 1) return labelFilter(reader, filters[0]);
  const [only] = parts;
  switch (only?.name) {
    case 'Matcher':
      return ofText(reader, only);
    case 'NumberFilter':
      return ofNumber(reader, only, Number);
    case 'UnitFilter': {
      const [inner] = reader.children(only);
      const isDuration = inner.name === 'DurationFilter';
      return ofNumber(reader, inner, isDuration ? millisecondsOf : bytesOf);
    }
    default:
      throw unsupported(`\`${reader.text(node)}\``);
  }
}

function ofText(reader: CstReader, node: SyntaxNode): Keeps {
  const [name, operator, value] = reader.children(node);
  const matcher: Matcher = {
    name: reader.text(name),
    operator: reader.text(operator) as Matcher['operator'],
    value: stringOf(reader, value),
  };
  return ({ labels }) => matches(matcher, labels[matcher.name] ?? '');
}

function ofNumber(
  reader: CstReader,
  node: SyntaxNode,
  read: (text: string) => number,
): Keeps {
  const [label, operator, literal] = reader.children(node);
  const name = reader.text(label);
  const compare = COMPARE[reader.text(operator)];
  const wanted = read(reader.text(literal));
  return line => {
    const text = line.labels[name];
    if (text === undefined) return false;
    const value = read(text);
    if (text === '' || Number.isNaN(value)) {
      markError(
        line,
        'LabelFilterErr',
        `invalid value ${JSON.stringify(text)}`,
      );
      return true;
    }
    return compare(value, wanted);
  };
}
