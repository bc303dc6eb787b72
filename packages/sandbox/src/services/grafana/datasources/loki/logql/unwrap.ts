import type { SyntaxNode } from '@lezer/common';
import type { CstReader } from '../../../../prometheus/promql/parse/CstReader';
import { labelFilter } from './labelFilter';
import { markError, type Stage } from './Line';
import { unsupported } from './LogqlError';
import { bytesOf, millisecondsOf } from './units';

/** Seconds, as both functions of durations answer. */
const seconds = (text: string) => millisecondsOf(text) / 1000;

const CONVERSIONS: Record<string, (text: string) => number> = {
  duration: seconds,
  duration_seconds: seconds,
  bytes: bytesOf,
};

/** `| unwrap duration_ms`, `| unwrap duration(took)`, and filters of labels after it. */
export function unwrap(reader: CstReader, node: SyntaxNode): Stage {
  const inner = reader.child(node, 'UnwrapExpr');
  if (inner) {
    const before = unwrap(reader, inner);
    const filter = reader.child(node, 'LabelFilter');
    if (!filter) throw unsupported(`\`${reader.text(node)}\``);
    const keeps = labelFilter(reader, filter);
    return line => before(line) && keeps(line);
  }
  const label = reader.child(node, 'Identifier');
  const conversion = reader.child(node, 'ConvOp');
  const read = conversion ? CONVERSIONS[reader.text(conversion)] : Number;
  if (!label || !read) throw unsupported(`\`${reader.text(node)}\``);
  const name = reader.text(label);
  return line => {
    const text = line.labels[name];
    if (text === undefined) return false;
    const value = read(text);
    if (text === '' || Number.isNaN(value)) {
      markError(
        line,
        'SampleExtractionErr',
        `invalid value ${JSON.stringify(text)}`,
      );
      return true;
    }
    line.value = value;
    delete line.labels[name];
    return true;
  };
}
