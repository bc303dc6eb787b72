import { createHash } from 'node:crypto';
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * Differs as soon as a file of a folder was written, made or removed. Contents are not read: the inode's
 * change time, in nanoseconds, tells.
 *
 * @throws ENOENT if the folder is not there
 */
export async function fingerprint(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true });
  const hash = createHash('sha256');
  for (const name of names.sort()) {
    const file = await lstat(path.join(folder, name), { bigint: true });
    hash.update(`${name}\0${file.ino} ${file.size} ${file.ctimeNs}\n`);
  }
  return hash.digest('base64');
}
