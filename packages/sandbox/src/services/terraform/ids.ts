import { createHash, randomBytes } from 'node:crypto';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** An id as HCP Terraform makes them: a prefix and 16 characters; the same each time for the same `seed`. */
export function newId(prefix: string, seed?: string): string {
  const bytes =
    seed === undefined
      ? randomBytes(16)
      : createHash('sha256').update(seed).digest().subarray(0, 16);
  return `${prefix}-${[...bytes]
    .map(byte => ALPHABET[byte % ALPHABET.length])
    .join('')}`;
}

/** What stands in a URL that needs no other credential. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}
