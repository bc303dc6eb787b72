import { planned } from '../__testUtils__/requests';
import { startApprovals } from '../__testUtils__/startApprovals';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import {
  ADA,
  entities,
  JONAS,
  KOFI,
  MARTA,
  PRIYA,
} from '../__testUtils__/world';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('time on %s', databaseId => {
  const start = async (options?: Parameters<typeof startApprovals>[1]) =>
    startApprovals(await databases.init(databaseId), options);
  const owner = {
    rules: [{ name: 'r', when: {}, requires: [{ role: 'owner' }] }],
  };
  const use = { taskId: 'task-1', fingerprint: planned().fingerprint };

  it('reminds once, escalates once, then lets it expire', async () => {
    const { ask, later, sent, read } = await start({
      approvals: { ...owner, escalation: { to: ['platform-admins'] } },
    });
    const { id } = await ask();
    await sent();
    await later(11);
    expect(await sent()).toEqual([]);
    await later(2);
    await later(1);
    expect(await sent()).toEqual([
      `Still waits for you: Larger orders-db → ${JONAS},${PRIYA}`,
      'mail Still waits for you: Larger orders-db → jonas@mini-org.example',
      'mail Still waits for you: Larger orders-db → priya@mini-org.example',
    ]);
    await later(5);
    await later(1);
    expect(await sent()).toContain(
      `Late: Larger orders-db → ${ADA},${KOFI},${JONAS},${PRIYA}`,
    );
    expect((await read(id)).requirements[0].eligible).toEqual([JONAS, PRIYA]);
    await later(5);
    expect(await sent()).toContain(`Expired: Larger orders-db → ${MARTA}`);
    expect((await read(id)).history.map(({ event }) => event)).toEqual([
      'expired',
      'escalated',
      'reminded',
      'asked',
      'planned',
      'started',
    ]);
  });

  it('lets those above decide where config says so', async () => {
    const { ask, later, decide, read } = await start({
      approvals: {
        ...owner,
        escalation: { to: ['platform-admins'], mayDecide: true },
      },
    });
    const { id } = await ask();
    await expect(decide(ADA, id)).rejects.toThrow('Owner decides');
    await later(19);
    await decide(ADA, id);
    expect((await read(id)).state).toBe('approved');
  });

  it('lets nothing that has expired be decided or used, before and after the clock came by', async () => {
    const { ask, later, decide, requests, read, timekeeper } = await start({
      approvals: owner,
    });
    timekeeper.tick = async () => {};
    const undecided = (await ask()).id;
    const decided = (await ask({ taskId: 'task-2' })).id;
    await decide(JONAS, decided);
    await later(24);
    await expect(decide(JONAS, undecided)).rejects.toThrow('expired at');
    await expect(
      requests.use(decided, { ...use, taskId: 'task-2' }),
    ).rejects.toThrow('it expired at 2026-11-21T13:58:00.000Z');
    expect((await read(decided)).state).toBe('expired');
    await expect(
      requests.supersede(undecided, planned({ plan: undefined }), 'stale'),
    ).rejects.toThrow('was expired');
  });

  it('calls what has run out expired, also after its task has ended', async () => {
    const { ask, later, read, withdrawals, timekeeper } = await start({
      approvals: owner,
    });
    const tick = timekeeper.tick.bind(timekeeper);
    timekeeper.tick = async () => {};
    const { id } = await ask();
    await later(24);
    expect(await withdrawals.byTask({ taskId: 'task-1' }, 'it ended')).toBe(0);
    await tick();
    expect((await read(id)).state).toBe('expired');
  });

  it('keeps what was used in time', async () => {
    const { ask, later, decide, requests, read } = await start({
      approvals: owner,
    });
    const { id } = await ask();
    await decide(JONAS, id);
    await requests.use(id, use);
    await later(48);
    expect((await read(id)).state).toBe('applied');
    await expect(requests.use(id, use)).resolves.toMatchObject({ id });
  });

  it('reminds on the requester’s wish, once an hour', async () => {
    const { ask, later, reminders, viewer, sent } = await start({
      approvals: owner,
    });
    const { id } = await ask();
    await sent();
    const marta = await viewer(MARTA);
    await reminders.byPerson(id, marta);
    expect(await sent()).toHaveLength(3);
    await expect(reminders.byPerson(id, marta)).rejects.toThrow(
      'within the last hour',
    );
    await later(1);
    await reminders.byPerson(id, marta);
    await expect(reminders.byPerson(id, await viewer(JONAS))).rejects.toThrow(
      'Whoever asked',
    );
  });

  it('goes on after a restart with what lies in the database', async () => {
    const knex = await databases.init(databaseId);
    const before = await startApprovals(knex, { approvals: owner });
    const { id } = await before.ask();
    const after = await startApprovals(knex, { approvals: owner });
    await after.sent();
    expect((await after.ask()).id).toBe(id);
    await after.decide(JONAS, id);
    expect((await after.read(id)).state).toBe('approved');
  });

  it('tries a message until it is out, and says on the page what never was', async () => {
    let failing = true;
    const { ask, later, sent, outbox, read } = await start({
      approvals: owner,
      failing: () => failing,
    });
    const { id } = await ask();
    await outbox.flush();
    await later(0.02);
    failing = false;
    expect(await sent()).toHaveLength(3);
    failing = true;
    await ask({ taskId: 'task-2' });
    for (let round = 0; round < 9; round++) {
      await outbox.flush();
      await later(1);
    }
    expect((await read(id)).history[0].event).not.toBe('not-delivered');
    const unreached = await ask({ taskId: 'task-2' });
    expect(unreached.history.map(({ text }) => text)).toContain(
      'could not deliver a mail to jonas@mini-org.example after 8 tries: 421 try later',
    );
  });

  it('asks those above where nobody but the requester is there', async () => {
    const alone = entities.filter(
      ({ metadata }) => !['jonas', 'priya'].includes(metadata.name),
    );
    const commerce = alone.find(({ metadata }) => metadata.name === 'commerce');
    const { ask, decide, read } = await start({
      approvals: { ...owner, escalation: { to: ['platform-admins'] } },
      entities: alone.map(entity =>
        entity === commerce
          ? {
              ...entity,
              relations: [{ type: 'hasMember', targetRef: MARTA }],
            }
          : entity,
      ),
    });
    const { id, requirements } = await ask();
    expect(requirements[0].eligible).toEqual([ADA, KOFI]);
    await expect(decide(MARTA, id)).rejects.toThrow('You asked for it');
    await decide(ADA, id);
    expect((await read(id)).state).toBe('approved');
  });
});
