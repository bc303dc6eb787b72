import { createHash } from 'node:crypto';

/** A number from 0 to below 1 that looks like chance, and is the same for the same text. */
export function shareOf(text: string): number {
  return createHash('sha1').update(text).digest().readUInt32BE() / 2 ** 32;
}
