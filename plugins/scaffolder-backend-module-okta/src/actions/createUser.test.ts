import { startOkta } from '../__testUtils__/startOkta';
import { createUserRemover } from '../user/userRemover';
import { createOktaCreateUserAction } from './createUser';

describe('okta:create-user', () => {
  const { sandbox, options, ask } = startOkta();
  let count = 0;
  /** Someone new for each test. */
  const nina = () => {
    count += 1;
    const email = `nina.berg${count}@mini-org.example`;
    const profile = {
      firstName: 'Nina',
      lastName: 'Berg',
      email,
      title: 'Engineer',
      department: '',
    };
    return { email, input: { profile, manager: 'Jonas Weber' } };
  };
  const createAction = (token?: string) => {
    const all = options(token);
    return { ...all, action: createOktaCreateUserAction(all) };
  };

  it('makes and activates a person, and changes nothing when run again', async () => {
    const { runner, action, orgs } = createAction();
    const { email, input } = nina();
    const first = await runner.run(action, input);
    expect(first.error).toBeUndefined();
    const { body } = await ask(`/users/${email}`);
    expect(first.outputs).toEqual({
      created: true,
      userId: body.id,
      login: email,
      status: 'PROVISIONED',
      userUrl: `${sandbox.url('okta')}/admin/user/profile/view/${body.id}`,
      entityRef: `user:default/${email.split('@')[0]}`,
    });
    expect(body).toMatchObject({
      status: 'PROVISIONED',
      profile: {
        login: email,
        displayName: 'Nina Berg',
        title: 'Engineer',
        manager: 'Jonas Weber',
        profileUrl: expect.stringContaining('portico-task=task-1'),
      },
    });
    expect(body.profile).not.toHaveProperty('department');

    const writes = await sandbox.writesDuring('okta', async () => {
      const again = await runner.run(action, input);
      expect(again.outputs).toEqual(first.outputs);
      const other = await runner.run(action, input, { taskId: 'task-2' });
      expect(other.error).toBeUndefined();
      expect(other.outputs.created).toBe(false);
      expect(other.log.join()).toContain('nothing changed');
    });
    expect(writes).toEqual([]);
    expect(await runner.lines('task-1')).toEqual([`made Okta user ${email}`]);
    expect(await runner.lines('task-2')).toEqual([`kept Okta user ${email}`]);

    const removers = [createUserRemover(orgs)];
    expect(await runner.cleanUp('task-2', removers)).toEqual([]);
    expect(await runner.cleanUp('task-1', removers)).toEqual([
      `removed Okta user ${email}`,
    ]);
    expect((await ask(`/users/${email}`)).status).toBe(404);
    expect(await runner.cleanUp('task-1', removers)).toEqual([
      `absent Okta user ${email}`,
    ]);
  });

  it.each([
    ['someone else has the login', {}, 'another firstName, lastName, title'],
    ['they left', { deactivate: true }, 'someone who left'],
  ])('refuses where %s, and removes nobody', async (_, change, message) => {
    const { runner, action, orgs } = createAction();
    const { email, input } = nina();
    const other = { firstName: 'Nora', lastName: 'Bergström', email };
    const made = await ask('/users?activate=true', 'POST', {
      profile: {
        ...other,
        login: email,
        displayName: 'Nina Berg',
        manager: 'Jonas Weber',
      },
    });
    if ('deactivate' in change) {
      await ask(`/users/${made.body.id}/lifecycle/deactivate`, 'POST');
    }
    const { error } = await runner.run(action, input);
    expect(error?.name).toBe('ConflictError');
    expect(error?.message).toContain(message);
    const row = { ...runner.ledger.rows[0], taskId: 'task-1' };
    const remover = createUserRemover(orgs);
    const params = { org: 'mini-org', login: email };
    const step = {
      logger: undefined as never,
      signal: new AbortController().signal,
    };
    expect(await remover.remove({ ...row, params }, step)).toBe('foreign');
  });

  it.each([
    ['is unavailable twice', { kind: 'status', value: 503, times: 2 }],
    ['limits the rate', { kind: 'status', value: 429, times: 1 }],
    [
      'cuts the connection after it made them',
      { kind: 'reset', after: true, times: 1 },
    ],
    ['does not answer once', { kind: 'hang', times: 1 }],
  ] as const)('makes one person though Okta %s', async (_, fault) => {
    const { runner, action } = createAction();
    const { email, input } = nina();
    await sandbox.addFault({ service: 'okta', method: 'POST', ...fault });
    const { error, outputs, log } = await runner.run(action, input);
    expect(error).toBeUndefined();
    expect(outputs).toMatchObject({ created: true, status: 'PROVISIONED' });
    expect(log.join()).toMatch(
      /Okta (answered \d+|did not answer); asked again/,
    );
    const { users } = await sandbox.inventory('okta');
    expect(users.filter(user => user.includes(email))).toHaveLength(1);
  });

  it('activates whom it made before it died', async () => {
    const { runner, action } = createAction();
    const { email, input } = nina();
    await sandbox.addFault({
      service: 'okta',
      method: 'POST',
      path: 'lifecycle',
      kind: 'status',
      value: 503,
    });
    const died = await runner.run(action, input);
    expect(died.error?.name).toBe('ServiceUnavailableError');
    expect((await ask(`/users/${email}`)).body.status).toBe('STAGED');
    await fetch(`${sandbox.url('control')}/faults`, { method: 'DELETE' });
    runner.forgetCheckpoints();
    const { outputs } = await runner.run(action, input);
    expect(outputs).toMatchObject({ created: true, status: 'PROVISIONED' });
  });

  it('asks nothing of Okta for whoever may not', async () => {
    const { runner, action } = createAction();
    runner.allow = false;
    const { email, input } = nina();
    const { error } = await runner.run(action, input);
    expect(error?.name).toBe('NotAllowedError');
    const { users } = await sandbox.inventory('okta');
    expect(users.join()).not.toContain(email);
  });

  it('stops when it is cancelled, and changes nothing in a dry run', async () => {
    const { runner, action } = createAction();
    const { email, input } = nina();
    const dry = await runner.run(action, input, { isDryRun: true });
    expect(dry.outputs.created).toBe(true);
    expect((await ask(`/users/${email}`)).status).toBe(404);
    await sandbox.addFault({ service: 'okta', kind: 'hang' });
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('cancelled')), 50);
    const { signal } = controller;
    const { error } = await runner.run(action, input, { signal });
    expect(error?.message).toBe('cancelled');
  });

  it('says that the token is wrong, without telling it', async () => {
    const { runner, action } = createAction('wrong-token');
    const { error } = await runner.run(action, nina().input);
    expect(error?.name).toBe('AuthenticationError');
    expect(error?.message).toContain("the token of 'mini-org' under okta.orgs");
    expect(error?.message).not.toContain('wrong-token');
  });
});
