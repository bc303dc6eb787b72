import { createHash } from 'node:crypto';
import type { BillLine } from './billOf';
import type { NumberedLine } from './writeDay';

/** The same for the same lines and sums, in whatever order. */
export function outcomeDigest(
  lines: readonly NumberedLine[],
  bill: readonly BillLine[],
): string {
  const texts = [...lines, ...bill]
    .map(it => Object.values(it).join('\u0000'))
    .sort();
  return createHash('sha256').update(texts.join('\n')).digest('hex');
}
