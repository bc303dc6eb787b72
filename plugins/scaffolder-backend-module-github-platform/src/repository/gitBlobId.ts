import { createHash } from 'node:crypto';

/** The id that git gives to a file of that content. */
export function gitBlobId(content: string | Buffer): string {
  const bytes = Buffer.from(content);
  return createHash('sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
