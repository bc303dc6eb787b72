import {
  mockServices,
  ServiceFactoryTester,
} from '@backstage/backend-test-utils';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { databaseService } from './databaseService';

describe('databaseService', () => {
  it('lets the embedded database write ahead, to the disk each time', async () => {
    const directory = await mkdtemp(path.join(tmpdir(), 'portico-database-'));
    const config = {
      backend: {
        database: { client: 'better-sqlite3', connection: { directory } },
      },
    };
    const tester = ServiceFactoryTester.from(databaseService, {
      dependencies: [mockServices.rootConfig.factory({ data: config })],
    });
    const database = await tester.getSubject('catalog');
    const client = await database.getClient();
    expect(await client.raw('PRAGMA journal_mode')).toEqual([
      { journal_mode: 'wal' },
    ]);
    expect(await client.raw('PRAGMA synchronous')).toEqual([
      { synchronous: 2 },
    ]);
    await client.destroy();
  });
});
