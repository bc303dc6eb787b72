import { createHash } from 'node:crypto';

/** A number from 0 to 1 that belongs to these words: the same each time. */
export function chance(...words: string[]): number {
  const digest = createHash('sha256').update(words.join('\n')).digest();
  return digest.readUInt32BE(0) / 2 ** 32;
}
