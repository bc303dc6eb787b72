import { mkdtemp, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { readKeys } from './readKeys';

const configOf = (database: object, keys?: string[]) =>
  mockServices.rootConfig({
    data: {
      backend: { database },
      flows: { encryption: { keys: keys?.map(secret => ({ secret })) ?? [] } },
    } as never,
  });

describe('readKeys', () => {
  it('makes one key beside the embedded database, for its owner alone', async () => {
    const directory = await mkdtemp(path.join(tmpdir(), 'portico-key'));
    const config = configOf({
      client: 'better-sqlite3',
      connection: { directory },
    });
    const [first, second] = await Promise.all([
      readKeys(config),
      readKeys(config),
    ]);
    expect(first).toHaveLength(1);
    expect(second).toEqual(first);
    const { mode } = await stat(path.join(directory, 'flows.key'));
    expect(mode % 0o1000).toBe(0o600);
  });

  it('takes configured keys first', async () => {
    await expect(
      readKeys(configOf({ client: 'pg' }, ['a2V5'])),
    ).resolves.toEqual(['a2V5']);
  });

  it('refuses a shared database without a key', async () => {
    await expect(readKeys(configOf({ client: 'pg' }))).rejects.toThrow(
      'flows.encryption.keys is empty',
    );
  });
});
