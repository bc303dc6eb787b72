import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { Delegation } from '@portico/plugin-flows-node';
import type { Knex } from 'knex';
import { SecretBox } from '../sealing/SecretBox';
import { DatabaseWorkspaceProvider } from '../workspaces/DatabaseWorkspaceProvider';
import { createRecoveringBroker } from './createRecoveringBroker';

jest.setTimeout(30_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const CANARY = 'canary-4711';
const KEY = randomBytes(32).toString('base64');
const SPEC = {
  apiVersion: 'scaffolder.backstage.io/v1beta3' as const,
  parameters: {},
  steps: [],
  output: {},
};

async function createReplica(knex: Knex) {
  return createRecoveringBroker({
    database: mockServices.database({ knex }),
    events: mockServices.events(),
    logger: mockServices.logger.mock(),
    config: mockServices.rootConfig({
      data: {
        scaffolder: {
          taskRecovery: {
            enabled: true,
            workspaceProvider: 'database',
            staleTimeout: { seconds: 10 },
          },
        },
      },
    }),
    auth: mockServices.auth(),
    auditor: mockServices.auditor.mock(),
    workspaces: { database: new DatabaseWorkspaceProvider(knex) },
    box: new SecretBox([KEY]),
    delegation: new Delegation({
      auth: mockServices.auth(),
      discovery: mockServices.discovery(),
    }),
  });
}

async function createDatabase() {
  const knex = await databases.init('SQLITE_3');
  await knex.migrate.latest({
    directory: resolvePackagePath(
      '@portico/plugin-scaffolder-backend-module-recovery',
      'migrations',
    ),
    tableName: 'portico_recovery_migrations',
  });
  return knex;
}

/** What the database says when nobody has spoken for a task for a minute. */
async function silence(knex: Knex) {
  await knex('tasks').update({
    last_heartbeat_at: knex.raw("datetime('now', '-60 seconds')"),
  });
}

const dispatch = {
  spec: SPEC,
  createdBy: 'user:default/lena.fischer',
  secrets: {
    password: CANARY,
    __initiatorCredentials: JSON.stringify(mockCredentials.user()),
  },
};

describe('recovery', () => {
  it('keeps secrets sealed in the database, and only until the task ends', async () => {
    const knex = await createDatabase();
    const replica = await createReplica(knex);
    const { taskId } = await replica.dispatch(dispatch);
    const dump = async () => JSON.stringify(await knex('tasks').select());
    expect(await dump()).not.toContain(CANARY);

    const task = await replica.claim();
    expect(task.secrets?.password).toBe(CANARY);
    expect(await dump()).toContain('sealed');
    expect(await dump()).not.toContain(CANARY);
    await expect(task.getInitiatorCredentials()).resolves.toMatchObject({
      principal: { userEntityRef: 'user:default/mock' },
    });

    await task.complete('completed');
    const [row] = await knex('tasks').where({ id: taskId });
    expect(row.secrets).toBeNull();
    expect(await knex('portico_claims').select()).toEqual([]);
  });

  it('lets another replica go on with a task, and stops the one that lost it', async () => {
    const knex = await createDatabase();
    const [first, second] = [
      await createReplica(knex),
      await createReplica(knex),
    ];
    await first.dispatch(dispatch);
    const lost = await first.claim();
    await lost.updateCheckpoint?.({
      key: 'v1.task.checkpoint.create-repo.made',
      status: 'success',
      value: { id: 7 },
    });

    await silence(knex);
    await second.recoverTasks();
    const taken = await second.claim();
    expect(taken.taskId).toBe(lost.taskId);
    expect(taken.secrets?.password).toBe(CANARY);
    await expect(taken.getTaskState?.()).resolves.toMatchObject({
      state: {
        checkpoints: {
          'v1.task.checkpoint.create-repo.made': { value: { id: 7 } },
        },
      },
    });

    await expect(lost.complete('failed')).rejects.toThrow(
      'was taken over by another replica',
    );
    expect(lost.cancelSignal.aborted).toBe(true);
    await taken.complete('completed');
    await expect(first.get(taken.taskId!)).resolves.toMatchObject({
      status: 'completed',
    });
  });

  it('carries the files of a task over', async () => {
    const knex = await createDatabase();
    const replica = await createReplica(knex);
    await replica.dispatch(dispatch);
    const task = await replica.claim();
    const [from, to] = await Promise.all(
      ['from', 'to'].map(name =>
        mkdtemp(path.join(tmpdir(), `portico-${name}`)),
      ),
    );
    await writeFile(path.join(from, 'catalog-info.yaml'), 'kind: Component');
    await task.serializeWorkspace?.({ path: from });
    await task.rehydrateWorkspace?.({ taskId: task.taskId!, targetPath: to });
    await expect(
      readFile(path.join(to, 'catalog-info.yaml'), 'utf8'),
    ).resolves.toBe('kind: Component');

    await task.complete('completed');
    expect(await knex('portico_workspaces').select()).toEqual([]);
  });
});
