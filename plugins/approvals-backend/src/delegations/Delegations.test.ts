import { startApprovals } from '../__testUtils__/startApprovals';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { ADA, JONAS, KOFI, MARTA, PRIYA, VIKTOR } from '../__testUtils__/world';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('absences on %s', databaseId => {
  const start = async (requires: object) =>
    startApprovals(await databases.init(databaseId), {
      approvals: { rules: [{ name: 'r', when: {}, requires: [requires] }] },
    });
  const endsAt = '2026-11-27T00:00:00Z';

  it('write to those who are there', async () => {
    const { ask, delegations, sent } = await start({ role: 'owner' });
    await delegations.give(JONAS, { to: PRIYA, endsAt });
    await ask();
    expect((await sent())[0]).toBe(
      `Marta Okafor asks: Larger orders-db → ${PRIYA}`,
    );
  });

  it('let a named person be stood in for by one whom the rule trusts, in whose place alone', async () => {
    const { ask, decide, delegations, see, read } = await start({
      users: [JONAS],
      delegates: ['platform-admins'],
    });
    const { id } = await ask();
    await expect(decide(ADA, id)).rejects.toThrow('Jonas decides');
    await delegations.give(JONAS, { to: ADA, endsAt });
    expect((await see(ADA, id)).viewer).toMatchObject({
      mayDecide: [JONAS],
      onBehalfOf: JONAS,
      delegationNote: 'For Jonas Weber, who is away',
    });
    await expect(decide(KOFI, id)).rejects.toThrow('Jonas decides');
    await decide(ADA, id, { comment: 'Fine.' });
    const approval = await read(id);
    expect(approval).toMatchObject({
      state: 'approved',
      decisions: [{ person: ADA, onBehalfOf: JONAS }],
    });
    expect(approval.history[0].text).toBe(
      'approved for Jonas, standing in for Jonas Weber: “Fine.”',
    );
  });

  it('spend one voice: whom somebody stood in for decides no more', async () => {
    const { ask, decide, delegations } = await start({
      users: [JONAS, PRIYA],
      count: 2,
      delegates: ['platform-admins'],
    });
    const { id } = await ask();
    await delegations.give(JONAS, { to: ADA, endsAt });
    await decide(ADA, id);
    await expect(decide(JONAS, id)).rejects.toThrow("can't decide");
    await expect(decide(ADA, id)).rejects.toThrow('decided already');
  });

  it('never let somebody decide for the requester, or the requester for somebody', async () => {
    const named = {
      users: [MARTA, JONAS],
      delegates: ['commerce', 'platform-admins'],
    };
    const { ask, decide, delegations } = await start(named);
    const { id } = await ask();
    await delegations.give(MARTA, { to: ADA, endsAt });
    await expect(decide(ADA, id)).rejects.toThrow("can't decide");
    await delegations.give(JONAS, { to: MARTA, endsAt });
    await expect(decide(MARTA, id)).rejects.toThrow('You asked for it');
  });

  it('end when they are over or taken back', async () => {
    const { ask, decide, delegations, later } = await start({
      users: [JONAS],
      delegates: ['platform-admins'],
    });
    const { id } = await ask();
    const given = await delegations.give(JONAS, {
      to: ADA,
      startsAt: '2026-11-20T14:58:00Z',
      endsAt: '2026-11-20T15:58:00Z',
    });
    expect(given.state).toBe('planned');
    await expect(decide(ADA, id)).rejects.toThrow();
    await later(1);
    expect((await delegations.list(ADA)).received).toMatchObject([
      { from: JONAS, state: 'active' },
    ]);
    await expect(delegations.end(given.id, PRIYA)).rejects.toThrow(
      'given no delegation',
    );
    await later(1);
    await expect(decide(ADA, id)).rejects.toThrow();
    expect((await delegations.list(JONAS)).given).toEqual([]);
  });

  it.each([
    [VIKTOR, endsAt, 'a delegate needs the right himself'],
    [JONAS, endsAt, 'somebody else than yourself'],
    [PRIYA, '2026-11-19T00:00:00Z', 'has to end after it begins'],
    [PRIYA, '2027-11-19T00:00:00Z', 'within 90 days'],
  ])('are refused: to %s until %s', async (to, until, words) => {
    const { delegations } = await start({ role: 'owner' });
    await expect(
      delegations.give(JONAS, { to, endsAt: until }),
    ).rejects.toThrow(words);
  });
});
