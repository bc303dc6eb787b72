import type { SyntaxNode } from '@lezer/common';
import { unquote } from '../../../../prometheus/promql/parse/literals';
import type { CstReader } from '../../../../prometheus/promql/parse/CstReader';

/** The text that a quoted string stands for: Go's escapes, none between backticks. */
export function stringOf(reader: CstReader, node: SyntaxNode): string {
  return unquote(reader.text(node), reader.query, node.from);
}
