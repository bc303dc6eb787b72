import type { SyntaxNode } from '@lezer/common';
import type { CstReader } from './CstReader';
import { parseDuration, parseNumber } from './literals';

/** The number that a piece of the query stands for. */
export function numberOf(
  reader: CstReader,
  node: SyntaxNode,
  text = reader.text(node),
): number {
  const value = parseNumber(text);
  if (value === undefined) {
    throw reader.error(node, `error parsing number: "${text}"`);
  }
  return value;
}

/** The milliseconds that a piece of the query stands for; never none. */
export function durationOf(reader: CstReader, node: SyntaxNode): number {
  const text = reader.text(node);
  const value = parseDuration(text);
  if (value === undefined) {
    throw reader.error(node, `not a valid duration string: "${text}"`);
  }
  if (value === 0) {
    throw reader.error(node, 'duration must be greater than 0');
  }
  return value;
}
