import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { DatabaseFlowLedger } from '@portico/plugin-flows-node';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { randomUUID } from 'node:crypto';
import { CleanupStore } from './CleanupStore';
import { nextAttempt } from './nextAttempt';

jest.setTimeout(240_000);

// PostgreSQL where BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING says where one is.
const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});

async function setup(databaseId: 'SQLITE_3' | 'POSTGRES_18') {
  const knex = await databases.init(databaseId);
  const database = mockServices.database({ knex });
  await knex.migrate.latest({
    directory: resolvePackagePath(
      '@backstage/plugin-scaffolder-backend',
      'migrations',
    ),
  });
  const ledger = await DatabaseFlowLedger.create(database);
  const store = await CleanupStore.create(database);
  const addTask = async (status: string): Promise<string> => {
    const id = randomUUID();
    await knex('tasks').insert({ id, spec: '{}', status });
    const thing = {
      kind: 'Repository',
      name: 'mini-org/gift-cards',
      ifItFails: 'deleted',
      remover: { id: 'github:repository', params: {} },
    };
    await ledger.ensure({ task: { id } }, thing, async () => ({
      created: true,
    }));
    return id;
  };
  return { knex, store, addTask };
}

describe.each(databases.eachSupportedId())('CleanupStore on %s', id => {
  it('begins once a task has failed, and gives each to one replica', async () => {
    const { knex, store, addTask } = await setup(id as 'SQLITE_3');
    const failed = await addTask('failed');
    const running = await addTask('processing');
    const completed = await addTask('completed');
    const cancelled = await addTask('failed');
    await knex('task_events').insert({
      task_id: cancelled,
      event_type: 'cancelled',
      body: '{}',
    });
    const now = new Date();
    await store.begin(now);
    await expect(store.find(failed)).resolves.toMatchObject({
      state: 'pending',
      reason: 'failed',
      attempts: 0,
    });
    await expect(store.find(cancelled)).resolves.toMatchObject({
      reason: 'cancelled',
    });
    await expect(store.find(running)).resolves.toBeUndefined();
    await expect(store.find(completed)).resolves.toBeUndefined();

    const leases = await Promise.all([
      store.claim(now, 10),
      store.claim(now, 10),
    ]);
    expect(leases.flat().map(({ taskId }) => taskId)).toHaveLength(2);
    await store.begin(now);
    await expect(store.claim(now, 10)).resolves.toEqual([]);
  });

  it('is taken over from a replica that died, which then may not go on', async () => {
    const { store, addTask } = await setup(id as 'SQLITE_3');
    await addTask('failed');
    const now = new Date();
    await store.begin(now);
    const [dead] = await store.claim(now, 1);
    await store.beat(dead);
    const later = new Date(Date.now() + 60_000);
    const [next] = await store.claim(later, 1);
    expect(next).toMatchObject({ taskId: dead.taskId, attempt: 2 });
    await expect(store.beat(dead)).rejects.toThrow('taken over');
    await store.end(dead, { state: 'incomplete' });
    await expect(store.find(dead.taskId)).resolves.toMatchObject({
      state: 'running',
    });
    await store.end(next, { state: 'done' });
    await expect(store.find(dead.taskId)).resolves.toMatchObject({
      state: 'done',
      finishedAt: expect.any(String),
    });
  });

  it('stops for a task that was retried, and watches it again', async () => {
    const { knex, store, addTask } = await setup(id as 'SQLITE_3');
    const taskId = await addTask('failed');
    const now = new Date();
    await store.begin(now);
    await knex('tasks').where({ id: taskId }).update({ status: 'processing' });
    const [lease] = await store.claim(now, 1);
    await expect(store.beat(lease)).rejects.toThrow('the task runs again');
    await store.end(lease, { state: 'pending', nextAttemptAt: now });
    await store.begin(now);
    await expect(store.find(taskId)).resolves.toBeUndefined();
  });

  it('waits until the next try is due, unless somebody asks', async () => {
    const { store, addTask } = await setup(id as 'SQLITE_3');
    const taskId = await addTask('failed');
    const now = new Date();
    await store.begin(now);
    const [lease] = await store.claim(now, 1);
    const nextAttemptAt = new Date(now.getTime() + 60_000);
    await store.end(lease, { state: 'pending', nextAttemptAt });
    await expect(store.claim(now, 1)).resolves.toEqual([]);
    await store.runAgain(taskId);
    await expect(store.claim(new Date(), 1)).resolves.toHaveLength(1);
    await expect(store.runAgain(randomUUID())).rejects.toThrow(
      'has no clean-up',
    );
  });
});

describe('nextAttempt', () => {
  const startedAt = new Date('2026-11-21T10:00:00Z');
  it.each([
    [1, '10:00:30', '2026-11-21T10:00:35.000Z'],
    [2, '10:00:30', '2026-11-21T10:00:45.000Z'],
    [5, '10:30:00', '2026-11-21T10:45:00.000Z'],
    [6, '12:00:00', '2026-11-21T13:00:00.000Z'],
    [20, '23:59:00', '2026-11-22T00:59:00.000Z'],
  ])('after try %i at %s is %s', (attempt, time, next) => {
    const now = new Date(`2026-11-21T${time}Z`);
    expect(nextAttempt({ attempt, startedAt, now })?.toISOString()).toBe(next);
  });

  it('is never, a day after the first', () => {
    const now = new Date('2026-11-22T09:30:00Z');
    expect(nextAttempt({ attempt: 30, startedAt, now })).toBeUndefined();
  });
});
