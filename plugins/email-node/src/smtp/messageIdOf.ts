import { createHash, randomUUID } from 'node:crypto';

/** `Portico <portico@mini-org.example>` → `mini-org.example`. */
function domainOf(address: string): string {
  return /@([A-Za-z0-9.-]+)>?\s*$/.exec(address)?.[1] ?? 'portico.invalid';
}

/**
 * Message-ID of RFC 5322 for a key of any characters: the same key gives the same one. Whole ones stay
 * as they are.
 */
export function messageIdOf(key: string | undefined, from: string): string {
  if (key === undefined) return `<${randomUUID()}@${domainOf(from)}>`;
  if (/^<[^<>\s]+@[^<>\s]+>$/.test(key)) return key;
  const readable = key.replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, 80);
  const exact = createHash('sha256').update(key).digest('hex').slice(0, 16);
  return `<${readable}.${exact}@${domainOf(from)}>`;
}
