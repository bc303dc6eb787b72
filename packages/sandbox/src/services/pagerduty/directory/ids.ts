import { createHash } from 'node:crypto';

/** An id as PagerDuty writes it, `P` and six characters, always the same for the same thing. */
export function idOf(kind: string, name: string): string {
  const digest = createHash('sha256').update(`${kind}:${name}`).digest('hex');
  const text = BigInt(`0x${digest}`).toString(36).toUpperCase();
  return `P${text.slice(0, 6)}`;
}
