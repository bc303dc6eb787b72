import { createHash, randomBytes } from 'node:crypto';

const ALPHABET =
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** An Okta id: the kind's three characters (`00u` user, `00g` group) and 17 others; always the same for the same `name`. */
export function createId(kind: string, name?: string): string {
  const bytes =
    name === undefined
      ? randomBytes(17)
      : createHash('sha256').update(`${kind}/${name}`).digest();
  return (
    kind +
    [...bytes.subarray(0, 17)]
      .map(byte => ALPHABET[byte % ALPHABET.length])
      .join('')
  );
}
