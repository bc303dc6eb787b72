import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract } from 'tar';

/**
 * Unpacks an uploaded configuration into a temporary folder for as long as `work` runs.
 *
 * @throws Error if it is no tar.gz
 */
export async function unpackConfiguration<T>(
  archive: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-terraform-'));
  try {
    await extract({ file: archive, cwd: folder, strict: true });
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
