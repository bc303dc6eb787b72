import { setTimeout as pause } from 'node:timers/promises';
import { outcomes, startScaffolder } from '../__testUtils__/startScaffolder';

jest.setTimeout(240_000);

describe('clean-up after tasks', () => {
  let scaffolder: Awaited<ReturnType<typeof startScaffolder>>;
  beforeAll(async () => {
    scaffolder = await startScaffolder();
  });
  afterAll(() => scaffolder.stop());

  it('removes what a failed task made, latest first, and tells', async () => {
    scaffolder.world.set('theirs', 'another-task');
    const taskId = await scaffolder.start([
      { action: 'make', name: 'a' },
      { action: 'make', name: 'theirs' },
      { action: 'make', name: 'b' },
      { action: 'break', name: 'c' },
    ]);
    const begun = await scaffolder.until(taskId, ({ cleanup }) =>
      Boolean(cleanup),
    );
    expect(begun.cleanup).toMatchObject({ reason: 'failed' });
    const refused = await scaffolder.api.post(
      `/api/scaffolder/v2/tasks/${taskId}/retry`,
    );
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toContain('Start it over.');

    const ended = await scaffolder.until(
      taskId,
      ({ cleanup }) => cleanup?.state === 'done',
    );
    expect(outcomes(ended)).toEqual([
      'Thing a: removed',
      'Part part of a: removed',
      'Thing theirs: kept',
      'Part part of theirs: kept',
      'Thing b: removed',
      'Part part of b: removed',
    ]);
    expect(scaffolder.removed).toEqual(['b', 'a']);
    expect([...scaffolder.world.keys()]).toEqual(['theirs']);
    expect(JSON.stringify(ended)).not.toContain('params');
  });

  it('leaves a task alone that ended well', async () => {
    const taskId = await scaffolder.start([{ action: 'make', name: 'd' }]);
    await scaffolder.until(taskId, ({ rows }) => rows.length === 2);
    await pause(2_500);
    expect(await scaffolder.status(taskId)).toBe('completed');
    const { cleanup } = await scaffolder.ledger(taskId);
    expect(cleanup).toBeUndefined();
    expect(scaffolder.world.has('d')).toBe(true);
    const again = await scaffolder.api.post(
      `/api/scaffolder/portico/tasks/${taskId}/cleanup`,
    );
    expect(again.status).toBe(409);
  });

  it('cleans up after a cancelled task', async () => {
    const taskId = await scaffolder.start([
      { action: 'make', name: 'e' },
      { action: 'wait' },
    ]);
    await scaffolder.until(taskId, ({ rows }) => rows.length === 2);
    await scaffolder.api.post(`/api/scaffolder/v2/tasks/${taskId}/cancel`);
    const { cleanup } = await scaffolder.until(
      taskId,
      ledger => ledger.cleanup?.state === 'done',
    );
    expect(cleanup?.reason).toBe('cancelled');
    expect(scaffolder.world.has('e')).toBe(false);
  });

  it('tries again what could not be removed, by itself or when asked', async () => {
    scaffolder.stuck.set('f', 'Argo CD answered 503.');
    const taskId = await scaffolder.start([
      { action: 'make', name: 'f' },
      { action: 'make', name: 'g' },
      { action: 'wait' },
    ]);
    await scaffolder.until(taskId, ({ rows }) => rows.length === 4);
    await scaffolder.api.post(`/api/scaffolder/v2/tasks/${taskId}/cancel`);
    const stuck = await scaffolder.until(
      taskId,
      ({ cleanup }) => cleanup?.state === 'pending' && cleanup.attempts === 1,
    );
    expect(outcomes(stuck)).toEqual([
      'Thing f: failed',
      'Part part of f: made',
      'Thing g: removed',
      'Part part of g: removed',
    ]);
    expect(stuck.rows[0].message).toBe('Argo CD answered 503.');
    expect(Date.parse(stuck.cleanup!.nextAttemptAt!)).toBeGreaterThan(
      Date.now(),
    );
    scaffolder.stuck.clear();
    await scaffolder.api
      .post(`/api/scaffolder/portico/tasks/${taskId}/cleanup`)
      .expect(202);
    const done = await scaffolder.until(
      taskId,
      ({ cleanup }) => cleanup?.state === 'done',
    );
    expect(done.cleanup?.attempts).toBe(2);
    expect(outcomes(done)).toContain('Part part of f: removed');
  });
});

it('lets only those who may run a clean-up', async () => {
  const scaffolder = await startScaffolder({ allowCleanup: false });
  const taskId = await scaffolder.start([{ action: 'make', name: 'a' }]);
  const answer = await scaffolder.api.post(
    `/api/scaffolder/portico/tasks/${taskId}/cleanup`,
  );
  expect(answer.status).toBe(403);
  expect(answer.body.error.message).toContain('portico.cleanup.run');
  await scaffolder.stop();
});
