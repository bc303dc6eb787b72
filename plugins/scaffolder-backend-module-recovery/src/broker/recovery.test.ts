import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { once } from 'node:events';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { Delegation, isTakenOver } from '@portico/plugin-flows-node';
import { settleTasks } from '@portico/plugin-flows-test-utils';
import type { Knex } from 'knex';
import { SecretBox } from '../sealing/SecretBox';
import { DatabaseWorkspaceProvider } from '../workspaces/DatabaseWorkspaceProvider';
import { createRecoveringBroker } from './createRecoveringBroker';

jest.setTimeout(240_000);

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

const opened: Knex[] = [];

afterEach(async () => {
  for (const knex of opened.splice(0)) {
    for (const { id } of await knex('tasks').select('id')) {
      await knex('task_events').insert({
        task_id: id,
        event_type: 'completion',
        body: '{}',
      });
    }
  }
  await settleTasks();
});

async function createDatabase() {
  const knex = await databases.init('SQLITE_3');
  opened.push(knex);
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

/** A folder with one file, of that content. */
async function folderWith(content: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'portico-recovery-'));
  await writeFile(path.join(folder, 'catalog-info.yaml'), content);
  return folder;
}

const CHECKPOINT = {
  key: 'v1.task.checkpoint.create-repo.made',
  status: 'success' as const,
  value: { id: 7 },
};

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
    await lost.updateCheckpoint?.(CHECKPOINT);

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

  it('writes nothing any more of a run that lost its task', async () => {
    const knex = await createDatabase();
    const [first, second] = [
      await createReplica(knex),
      await createReplica(knex),
    ];
    const { taskId } = await first.dispatch(dispatch);
    const lost = await first.claim();
    await silence(knex);
    await second.recoverTasks();
    const taken = await second.claim();
    await taken.emitLog('goes on');
    await taken.serializeWorkspace?.({ path: await folderWith('new') });

    await expect(lost.updateCheckpoint!(CHECKPOINT)).rejects.toThrow(
      'was taken over by another replica',
    );
    expect(isTakenOver(lost.cancelSignal)).toBe(true);
    await lost.emitLog('failed', { status: 'failed' });
    await lost.serializeWorkspace?.({ path: await folderWith('old') });
    const bodies = await knex('task_events').where({ task_id: taskId });
    expect(bodies.map(({ body }) => JSON.parse(body).message)).toEqual([
      undefined, // that the task was recovered
      'goes on',
    ]);
    const to = await folderWith('-');
    await taken.rehydrateWorkspace?.({ taskId, targetPath: to });
    await expect(
      readFile(path.join(to, 'catalog-info.yaml'), 'utf8'),
    ).resolves.toBe('new');
  });

  it('goes on with its own tasks after it stood still, instead of beginning them twice', async () => {
    const knex = await createDatabase();
    const replica = await createReplica(knex);
    const { taskId } = await replica.dispatch(dispatch);
    const task = await replica.claim();
    await silence(knex);
    await replica.recoverTasks();
    await expect(replica.get(taskId)).resolves.toMatchObject({
      status: 'processing',
    });
    await task.updateCheckpoint!(CHECKPOINT);
    await task.complete('completed');
  });

  it('lets the earlier run of a task end before it begins another in the same process', async () => {
    const knex = await createDatabase();
    const replica = await createReplica(knex);
    const { taskId } = await replica.dispatch(dispatch);
    const earlier = await replica.claim();
    await knex('tasks').update({ status: 'open' });
    const next = replica.claim();
    await once(earlier.cancelSignal, 'abort');
    await expect(earlier.complete('failed')).rejects.toThrow('was taken over');
    const later = await next;
    expect(later.cancelSignal.aborted).toBe(false);
    await later.complete('completed');
    await expect(replica.get(taskId)).resolves.toMatchObject({
      status: 'completed',
    });
  });

  it('fails a step whose files are gone, instead of waiting for them', async () => {
    const knex = await createDatabase();
    const replica = await createReplica(knex);
    await replica.dispatch(dispatch);
    const task = await replica.claim();
    await expect(
      task.serializeWorkspace!({ path: path.join(tmpdir(), 'not-there') }),
    ).rejects.toThrow('ENOENT');
  });

  it('carries the files of a task over', async () => {
    const knex = await createDatabase();
    const replica = await createReplica(knex);
    await replica.dispatch(dispatch);
    const task = await replica.claim();
    const from = await folderWith('kind: Component');
    const to = await folderWith('-');
    await task.serializeWorkspace?.({ path: from });
    await task.rehydrateWorkspace?.({ taskId: task.taskId!, targetPath: to });
    await expect(
      readFile(path.join(to, 'catalog-info.yaml'), 'utf8'),
    ).resolves.toBe('kind: Component');

    await task.complete('completed');
    expect(await knex('portico_workspaces').select()).toEqual([]);
  });
});
