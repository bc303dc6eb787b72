import { startOkta } from '../__testUtils__/startOkta';
import { createMembershipRemover } from '../membership/membershipRemover';
import { createOktaAssignGroupsAction } from './assignGroups';
import { createOktaDeactivateUserAction } from './deactivateUser';
import { createOktaRemoveGroupsAction } from './removeGroups';

describe('groups and leaving', () => {
  const { sandbox, options, ask } = startOkta();
  const login = 'milo.quinn@mini-org.example';
  const memberships = async () =>
    (await sandbox.inventory('okta')).memberships
      .filter(one => one.endsWith(` ${login}`))
      .map(one => one.split(' ')[0]);
  const assign = () => {
    const all = options();
    return { ...all, action: createOktaAssignGroupsAction(all) };
  };
  const input = { login, groups: ['engineers', 'commerce'] };
  const removers = (all: ReturnType<typeof options>) => [
    createMembershipRemover(all.orgs),
  ];
  afterEach(async () => {
    const all = options();
    await all.runner.run(createOktaRemoveGroupsAction(all), { login });
  });

  it('puts a person into groups once, and takes back what it did alone', async () => {
    const all = assign();
    const { runner, action } = all;
    await runner.run(
      action,
      { login, groups: ['engineers'] },
      { taskId: 'old' },
    );
    const first = await runner.run(action, input);
    expect(first.error).toBeUndefined();
    expect(first.outputs).toEqual({
      created: true,
      added: ['commerce'],
      kept: ['engineers'],
    });
    const writes = await sandbox.writesDuring('okta', async () => {
      expect((await runner.run(action, input)).outputs).toEqual(first.outputs);
      const other = await runner.run(action, input, { taskId: 'task-2' });
      expect(other.outputs).toMatchObject({ created: false, added: [] });
    });
    expect(writes).toEqual([]);
    expect(await runner.cleanUp('task-2', removers(all))).toEqual([]);
    expect(await runner.cleanUp('task-1', removers(all))).toEqual([
      `removed Okta group membership ${login} in commerce`,
    ]);
    expect(await memberships()).toEqual(['engineers']);
  });

  it.each([
    ['is unavailable twice', { kind: 'status', value: 503, times: 2 }],
    [
      'cuts the connection after the write',
      { kind: 'reset', after: true, times: 1 },
    ],
  ] as const)('knows what it did though Okta %s', async (_, fault) => {
    const all = assign();
    await sandbox.addFault({ service: 'okta', method: 'PUT', ...fault });
    const { outputs } = await all.runner.run(all.action, input);
    expect(outputs.added).toEqual(['engineers', 'commerce']);
    expect(await memberships()).toEqual(['commerce', 'engineers']);
  });

  it('knows what it did before it died, and finishes or takes it back', async () => {
    const all = assign();
    const { runner, action } = all;
    // The first write takes effect, and nobody hears of it.
    await sandbox.addFault({
      service: 'okta',
      method: 'PUT',
      kind: 'reset',
      after: true,
    });
    const died = await runner.run(action, input);
    expect(died.error?.name).toBe('ServiceUnavailableError');
    expect(await memberships()).toEqual(['engineers']);
    await fetch(`${sandbox.url('control')}/faults`, { method: 'DELETE' });
    const { outputs } = await runner.run(action, input);
    expect(outputs.added).toEqual(['engineers', 'commerce']);
    expect(await runner.cleanUp('task-1', removers(all))).toHaveLength(2);
    expect(await memberships()).toEqual([]);
  });

  it('names a group that is not there before it changes anything', async () => {
    const { runner, action } = assign();
    const groups = ['engineers', 'nowhere'];
    const { error } = await runner.run(action, { login, groups });
    expect(error?.message).toContain("has no group 'nowhere'");
    expect(await memberships()).toEqual([]);
  });

  it('closes the doors of who leaves, and says when they are closed', async () => {
    const all = assign();
    const { runner } = all;
    await runner.run(all.action, input);
    const leave = createOktaRemoveGroupsAction(all);
    const first = await runner.run(leave, { login });
    expect(first.outputs).toEqual({
      changed: true,
      removed: ['commerce', 'engineers'],
      kept: [],
    });
    const deactivate = createOktaDeactivateUserAction(all);
    await sandbox.addFault({
      service: 'okta',
      kind: 'reset',
      method: 'POST',
      after: true,
      times: 1,
    });
    const writes = await sandbox.writesDuring('okta', async () => {
      const { error, outputs } = await runner.run(deactivate, { login });
      expect(error).toBeUndefined();
      expect(outputs).toMatchObject({ changed: true, status: 'DEPROVISIONED' });
    });
    expect(writes[0]).toContain('sessions?oauthTokens=true');
    const again = await sandbox.writesDuring('okta', async () => {
      const { outputs } = await runner.run(deactivate, { login });
      expect(outputs).toMatchObject({
        changed: false,
        status: 'DEPROVISIONED',
      });
      const left = await runner.run(leave, { login });
      expect(left.outputs.changed).toBe(false);
    });
    expect(again).toEqual([]);
    await ask(`/users/${login}/lifecycle/activate?sendEmail=false`, 'POST');
  });
});
