import { randomBytes } from 'node:crypto';

/** Of a request, as S3 writes it. */
export function randomId(): string {
  return randomBytes(8).toString('hex').toUpperCase();
}
