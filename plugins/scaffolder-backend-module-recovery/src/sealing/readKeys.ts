import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

const FILE = 'flows.key';

/**
 * Keys from `flows.encryption.keys`; for the embedded database on disk, where none is configured, one
 * that lies beside it and only its owner may read.
 *
 * @throws InputError if the database is shared and no key is configured
 */
export async function readKeys(config: RootConfigService): Promise<string[]> {
  const configured =
    config
      .getOptionalConfigArray('flows.encryption.keys')
      ?.map(key => key.getString('secret')) ?? [];
  if (configured.length > 0) return configured;

  const client = config.getOptionalString('backend.database.client');
  if (client !== 'better-sqlite3') {
    throw new InputError(
      'flows.encryption.keys is empty: the secrets of tasks cannot be sealed in a shared database. Add a key, made with: openssl rand -base64 32',
    );
  }
  const connection = config.getOptional('backend.database.connection');
  const directory = config.getOptionalString(
    'backend.database.connection.directory',
  );
  if (typeof connection === 'string' || !directory) return [makeKey()];
  return [await readOrMake(path.resolve(directory, FILE))];
}

async function readOrMake(file: string): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true });
  // Linked once it is whole, so that nobody who starts at the same moment reads half a key.
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, makeKey(), { flag: 'wx', mode: 0o600 });
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
  return (await readFile(file, 'utf8')).trim();
}

function makeKey(): string {
  return randomBytes(32).toString('base64');
}
