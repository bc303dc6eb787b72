import { randomBytes } from 'node:crypto';
import { GrafanaError } from '../GrafanaError';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A uid as Grafana makes them since version 10: a letter, then lower-case letters and digits. */
export function createUid(): string {
  const [first, ...rest] = randomBytes(14);
  const letters = rest.map(byte => ALPHABET[byte % ALPHABET.length]);
  return ALPHABET[first % 26] + letters.join('');
}

/** @throws GrafanaError 400 for what Grafana doesn't take as a uid */
export function checkUid(uid: string): string {
  if (uid.length > 40) {
    throw new GrafanaError(400, 'uid too long, max 40 characters');
  }
  if (!/^[a-zA-Z0-9_-]*$/.test(uid)) {
    throw new GrafanaError(400, 'uid contains illegal characters');
  }
  return uid;
}

/** A title as it stands in an address, e.g. `orders-red` for "Orders / RED". */
export function slugify(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
