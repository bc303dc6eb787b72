import { InputError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DaySlice } from '@portico/plugin-cost-node';
import type { FocusFile } from '../read/readFocusFile';
import type { FileSource, ListedFile } from './FileSource';

/** Files of a folder and the folders in it, or one file. */
export class DiskFiles implements FileSource {
  readonly name: string;

  /** @param name absolute path */
  constructor(name: string) {
    this.name = name;
  }

  async list(_slice: DaySlice, signal: AbortSignal): Promise<ListedFile[]> {
    const files: (ListedFile & { size: number })[] = [];
    for (const name of await this.#names()) {
      const { size, mtimeMs } = await stat(name);
      if (size === 0) continue;
      files.push({
        name,
        path: relative(this.name, name).split(sep).join('/') || name,
        size,
        etag: `${size}-${mtimeMs}`,
        modifiedAt: mtimeMs,
      });
    }
    // Of the same size they may be copies: their bytes say so.
    const sizes = files.map(({ size }) => size);
    for (const file of files) {
      signal.throwIfAborted();
      const { name, size } = file;
      if (sizes.indexOf(size) === sizes.lastIndexOf(size)) continue;
      const hash = createHash('sha256');
      await pipeline(createReadStream(name), hash, { signal });
      file.etag = hash.digest('hex');
    }
    return files;
  }

  open({ name, size = 0 }: ListedFile): FocusFile {
    return {
      name,
      read: signal => createReadStream(name, { signal }),
      parts: {
        size,
        async slice(start, end) {
          const handle = await open(name);
          try {
            const buffer = Buffer.alloc(end - start);
            const { bytesRead } = await handle.read(
              buffer,
              0,
              end - start,
              start,
            );
            return buffer.subarray(0, bytesRead);
          } finally {
            await handle.close();
          }
        },
      },
    };
  }

  async #names(): Promise<string[]> {
    try {
      if ((await stat(this.name)).isFile()) return [this.name];
      const entries = await readdir(this.name, {
        recursive: true,
        withFileTypes: true,
      });
      return entries
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name))
        .sort();
    } catch (error) {
      throw new InputError(
        `${this.name} can't be read: ${
          (error as Error).message
        }. Check cost.focus, and that Portico may read it.`,
      );
    }
  }
}
