import { planned, rules } from '../__testUtils__/requests';
import { startApprovals } from '../__testUtils__/startApprovals';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import {
  ADA,
  entities,
  JONAS,
  KOFI,
  MARTA,
  PRIYA,
  VIKTOR,
} from '../__testUtils__/world';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('decisions on %s', databaseId => {
  const start = async (options?: Parameters<typeof startApprovals>[1]) =>
    startApprovals(await databases.init(databaseId), options);
  const ownerOnly = (more: object) => ({
    rules: [{ name: 'r', when: {}, requires: [{ role: 'owner', ...more }] }],
  });

  it('counts both of two people who decide at the same moment', async () => {
    const { ask, decide, read } = await start();
    const { id } = await ask();
    await Promise.all([decide(JONAS, id), decide(ADA, id)]);
    const approval = await read(id);
    expect(approval.state).toBe('approved');
    expect(approval.decisions.map(({ person }) => person).sort()).toEqual([
      ADA,
      JONAS,
    ]);
  });

  it('takes one of an approval and a refusal that come at the same moment', async () => {
    const { ask, decide, read } = await start({ approvals: ownerOnly({}) });
    const { id } = await ask();
    const results = await Promise.allSettled([
      decide(JONAS, id),
      decide(PRIYA, id, { decision: 'refuse', comment: 'No.' }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect((await read(id)).decisions).toHaveLength(1);
  });

  it('counts a person once, also if he clicks twice', async () => {
    const { ask, decide, read } = await start({
      approvals: ownerOnly({ count: 2 }),
    });
    const { id } = await ask();
    const results = await Promise.allSettled([
      decide(JONAS, id),
      decide(JONAS, id),
    ]);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(
      1,
    );
    expect(await read(id)).toMatchObject({
      state: 'waiting',
      requirements: [{ met: false, decidedBy: [expect.any(Number)] }],
    });
    await decide(PRIYA, id);
    expect((await read(id)).state).toBe('approved');
  });

  it('lets one person fill one role, unless config says otherwise', async () => {
    const approvals = {
      rules: [
        {
          name: 'both',
          when: {},
          requires: [{ role: 'owner' }, { group: 'platform-admins' }],
        },
      ],
    };
    const ofPlatform = { entityRef: 'component:default/rollouts' };
    const strict = await start({ approvals });
    const first = await strict.ask(ofPlatform);
    await strict.decide(ADA, first.id);
    await expect(strict.decide(ADA, first.id)).rejects.toThrow(
      'You have decided already',
    );
    await strict.decide(KOFI, first.id);
    expect((await strict.read(first.id)).state).toBe('approved');

    const relaxed = await start({
      approvals: { ...approvals, onePersonMayFillSeveral: true },
    });
    const second = await relaxed.ask(ofPlatform);
    await relaxed.decide(ADA, second.id);
    await relaxed.decide(ADA, second.id);
    expect((await relaxed.read(second.id)).state).toBe('approved');
  });

  it('takes the place that fewest others could take', async () => {
    const { ask, decide, read } = await start({
      approvals: {
        rules: [
          {
            name: 'both',
            when: {},
            requires: [{ group: 'engineers' }, { users: [JONAS] }],
          },
        ],
      },
    });
    const { id } = await ask();
    await decide(JONAS, id);
    expect((await read(id)).requirements).toMatchObject([
      { title: 'Engineers', met: false },
      { title: 'Jonas', met: true },
    ]);
  });

  it('asks the catalog at the moment of the decision', async () => {
    const orders = entities.find(({ metadata }) => metadata.name === 'orders');
    const changing = entities.filter(entity => entity !== orders);
    const { ask, decide, see } = await start({
      approvals: ownerOnly({}),
      entities: changing,
    });
    const owner = 'commerce';
    const { id } = await ask({ owner });
    expect((await see(JONAS, id)).viewer.mayDecide).toEqual(['owner']);
    await expect(decide(VIKTOR, id)).rejects.toThrow('Owner decides');
  });

  it('adopts what the task had asked, and asks nobody twice', async () => {
    const { ask, sent } = await start();
    const { id } = await ask();
    expect(await sent()).toHaveLength(5);
    const [again, atOnce] = await Promise.all([ask(), ask()]);
    expect([again.id, atOnce.id]).toEqual([id, id]);
    expect(await sent()).toEqual([]);
    expect((await ask({ taskId: 'task-2' })).id).not.toBe(id);
  });

  it('asks everyone again when it is planned again', async () => {
    const { ask, decide, read, requests, sent } = await start();
    const { id } = await ask();
    await decide(JONAS, id);
    await sent();
    const plan = {
      id: 'run-new',
      plannedAt: '2026-11-20T14:05:00Z',
      stateSerial: 42,
      fresh: true,
    };
    const change = planned({ plan });
    const supersede = () =>
      requests.supersede(id, change, 'state had moved from serial 41 to 42');
    const outcome = await supersede();
    if (!outcome.needed) throw new Error('not asked again');
    const successor = outcome.approval;
    expect(successor).toMatchObject({
      state: 'waiting',
      supersedes: id,
      decisions: [],
    });
    expect(successor.history.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        'planned again, run-new from state serial 42',
        'discarded run-q8fJ2vXs, state had moved from serial 41 to 42',
        'approved for Owner',
      ]),
    );
    expect(await sent()).toContain(
      `Marta Okafor asks: Larger orders-db → ${JONAS},${PRIYA},${ADA},${KOFI}`,
    );
    expect(await read(id)).toMatchObject({
      state: 'superseded',
      supersededBy: successor.id,
    });
    await expect(decide(ADA, id)).rejects.toThrow('was planned again');
    await expect(supersede()).resolves.toMatchObject({
      approval: { id: successor.id },
    });
    expect((await ask()).supersededBy).toBe(successor.id); // the old plan, after a restart
    await expect(
      requests.use(id, {
        taskId: 'task-1',
        fingerprint: planned().fingerprint,
      }),
    ).rejects.toThrow('it is superseded');
  });

  it('takes no decision on a plan that no longer fits the state', async () => {
    const { ask, decide, see, requests } = await start();
    const { id } = await ask();
    await requests.reportPlan(id, {
      fresh: false,
      checkedAt: '2026-11-20T14:01:00Z',
    });
    expect((await see(JONAS, id)).viewer).toMatchObject({
      mayDecide: [],
      whyNot: 'The state has changed since; it is being planned again.',
    });
    await expect(decide(JONAS, id)).rejects.toThrow('was planned again');
  });

  it('withdraws what a task asked and has not used', async () => {
    const { ask, withdrawals, read, viewer } = await start();
    const { id } = await ask();
    const task = { taskId: 'task-1' };
    expect(await withdrawals.byTask(task, 'its task ended')).toBe(1);
    expect(await withdrawals.byTask(task, 'its task ended')).toBe(0);
    expect((await read(id)).state).toBe('withdrawn');
    await expect(withdrawals.byPerson(id, await viewer(JONAS))).rejects.toThrow(
      'by whoever asked for it alone',
    );
    await expect(withdrawals.byPerson(id, await viewer(MARTA))).rejects.toThrow(
      'is withdrawn already',
    );
  });

  it.each(['refused', 'applied'])(
    'asks anew what was %s if its task has ended and runs again',
    async end => {
      const { ask, decide, requests, withdrawals } = await start({
        approvals: ownerOnly({}),
      });
      const { id } = await ask();
      if (end === 'refused') {
        await decide(JONAS, id, { decision: 'refuse', comment: 'No.' });
      } else {
        await decide(JONAS, id);
        const { fingerprint } = planned();
        await requests.use(id, { taskId: 'task-1', fingerprint });
      }
      expect((await ask()).id).toBe(id); // went on after a restart
      await withdrawals.byTask({ taskId: 'task-1' }, 'its task has failed');
      const again = await ask();
      expect(again.id).not.toBe(id);
      expect(again.state).toBe('waiting');
    },
  );

  it('lists what waits first, by when it expires, and pages', async () => {
    const { ask, reader, viewer, decide } = await start({
      approvals: { rules },
    });
    const ids: string[] = [];
    for (const hours of [20, 5, 10]) {
      const taskId = `task-${hours}`;
      ids.push((await ask({ taskId, expiresInHours: hours })).id);
    }
    const marta = await viewer(MARTA);
    await decide(JONAS, ids[1], { decision: 'refuse', comment: 'No.' });
    const page = async (offset: number) =>
      (await reader.list({ view: 'asked', limit: 2, offset }, marta)).items.map(
        ({ id }) => id,
      );
    expect(await page(0)).toEqual([ids[2], ids[0]]);
    expect(await page(2)).toEqual([ids[1]]);
    const refused = await reader.list({ state: ['refused'] }, marta);
    expect(refused).toMatchObject({ total: 1, items: [{ id: ids[1] }] });
  });
});
