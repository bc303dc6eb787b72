import { createHash } from 'node:crypto';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gitBlobId } from './gitBlobId';

/** The files below a folder with the ids that git gives them, by path; `.git` is left out. Empty where there is no such folder. */
export async function readLocalFiles(
  folder: string,
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const visit = async (path: string) => {
    const entries = await readdir(join(folder, path), { withFileTypes: true });
    for (const entry of entries) {
      const child = path ? `${path}/${entry.name}` : entry.name;
      if (entry.isDirectory()) {
        if (entry.name !== '.git') await visit(child);
      } else if ((await lstat(join(folder, child))).isFile()) {
        files.set(child, gitBlobId(await readFile(join(folder, child))));
      }
    }
  };
  const root = await lstat(folder).catch(() => undefined);
  if (root?.isDirectory()) await visit('');
  return files;
}

/** One short name for a set of files and their contents. */
export function fingerprintFiles(files: Map<string, string>): string {
  const hash = createHash('sha1');
  for (const path of [...files.keys()].sort()) {
    hash.update(`${path}\0${files.get(path)}\0`);
  }
  return hash.digest('hex');
}
