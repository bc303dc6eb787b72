import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { startOkta } from '../__testUtils__/startOkta';
import { People } from '../person/People';
import { createCheckPersonAction } from './checkPerson';
import { createOktaCreateUserAction } from './createUser';
import { createListOwnedAction } from './listOwned';

const entity = (
  kind: string,
  name: string,
  spec: object,
  relations: [type: string, targetRef: string][] = [],
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec: { ...spec },
  relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
});
const profile = (displayName: string, email?: string) => ({
  profile: { displayName, email },
});
const JONAS = 'user:default/jonas.weber';
const entities = [
  entity(
    'User',
    'jonas.weber',
    profile('Jonas Weber', 'jonas@mini-org.example'),
  ),
  entity('User', 'milo.quinn', profile('Milo Quinn')),
  entity('Group', 'commerce', { type: 'team', ...profile('commerce') }, [
    ['hasMember', JONAS],
    ['hasMember', 'user:default/milo.quinn'],
  ]),
  entity('Group', 'lab', { type: 'team', ...profile('The Lab') }, [
    ['hasMember', JONAS],
  ]),
  entity('Group', 'engineers', { type: 'role', ...profile('engineers') }),
  entity('Component', 'cart', {}, [['ownedBy', 'group:default/commerce']]),
  entity('Component', 'robot', {}, [['ownedBy', 'group:default/lab']]),
  entity('API', 'notes', {}, [['ownedBy', JONAS]]),
];

describe('requests for people', () => {
  const { sandbox, options, ask } = startOkta(['github']);
  const setup = () => {
    const all = options();
    const { host } = new URL(sandbox.url('github'));
    const config = mockServices.rootConfig({
      data: {
        integrations: {
          github: [
            {
              host,
              apiBaseUrl: `http://${host}/api/v3`,
              token: 'ghp_sandbox_portico',
            },
          ],
        },
        flows: { github: { organization: 'mini-org' } },
        onboarding: {
          allowedEmailDomains: ['mini-org.example'],
          groups: ['engineers'],
          githubLoginAttribute: 'githubLogin',
          awsAccess: {
            ReadOnly: [{ account: 'dev', permissionSet: 'ReadOnlyAccess' }],
          },
          teams: {
            commerce: {
              awsAccess: {
                ReadOnly: [
                  { account: 'shop', permissionSet: 'ReadOnlyAccess' },
                ],
              },
            },
          },
        },
      },
    });
    const catalog = catalogServiceMock({ entities });
    const people = new People({ catalog, auth: mockServices.auth() });
    return {
      ...all,
      check: createCheckPersonAction({ ...all, config, people }),
      list: createListOwnedAction({ ...all, people }),
      create: createOktaCreateUserAction(all),
    };
  };
  const inTwoWeeks = new Date(Date.now() + 14 * 86_400_000)
    .toISOString()
    .slice(0, 10);
  const joiner = {
    purpose: 'joining' as const,
    firstName: 'Nia',
    lastName: 'Osei',
    email: 'Nia.Osei@mini-org.example',
    managerRef: 'jonas.weber',
    teamRef: 'group:default/commerce',
    title: 'Software Engineer',
    startDate: inTwoWeeks,
    awsAccess: 'ReadOnly',
    githubLogin: 'nia-osei',
  };

  it('decides login, groups and access of who joins, and changes nothing', async () => {
    const { runner, check } = setup();
    const writes = await sandbox.writesDuring('okta', async () => {
      const { error, outputs, log } = await runner.run(check, joiner);
      expect(error).toBeUndefined();
      expect(outputs).toEqual({
        login: 'nia.osei@mini-org.example',
        displayName: 'Nia Osei',
        profile: {
          firstName: 'Nia',
          lastName: 'Osei',
          email: 'nia.osei@mini-org.example',
          title: 'Software Engineer',
          department: 'commerce',
          githubLogin: 'nia-osei',
        },
        groups: ['engineers', 'commerce'],
        assignments: [
          { account: 'dev', permissionSet: 'ReadOnlyAccess' },
          { account: 'shop', permissionSet: 'ReadOnlyAccess' },
        ],
        managerName: 'Jonas Weber',
        managerEmail: 'jonas@mini-org.example',
        teamName: 'commerce',
        teamTitle: 'commerce',
        entityRef: 'user:default/nia.osei',
        githubLogin: 'nia-osei',
        alreadyThere: false,
      });
      expect(log[0]).toBe(
        'Nia Osei can be brought in as nia.osei@mini-org.example',
      );
    });
    expect(writes).toEqual([]);
  });

  it('finds the manager by e-mail, and asks for no GitHub account', async () => {
    const { runner, check } = setup();
    const { error } = await runner.run(check, {
      ...joiner,
      managerRef: 'jonas@mini-org.example',
      teamRef: 'commerce',
      githubLogin: '',
      awsAccess: 'None',
    });
    expect(error).toBeUndefined();
  });

  it('tells everything that is wrong at once', async () => {
    const { runner, check } = setup();
    const { error, outputs } = await runner.run(check, {
      purpose: 'joining',
      firstName: 'Nia',
      email: 'nia@elsewhere.example',
      managerRef: 'nobody',
      teamRef: 'engineers',
      startDate: '2026-13-01',
      awsAccess: 'Root',
      githubLogin: 'no-such-account',
    });
    expect(error?.name).toBe('InputError');
    expect(error?.message).toBe(
      [
        'First and last name are missing.',
        'The e-mail address is at elsewhere.example, but work addresses are at mini-org.example.',
        "The start date '2026-13-01' is no day: write it like 2026-12-01.",
        "The manager 'nobody' is no person in the catalog.",
        'engineers is a group that gives rights, not a team.',
        "There is no AWS access 'Root'. There are: None, ReadOnly.",
        "There is no account 'no-such-account' on GitHub. Correct it, or leave it empty and add it later.",
        'Nothing was changed; start over with the same form and correct it.',
      ].join(' '),
    );
    expect(outputs).toEqual({});
  });

  it('refuses who is there, but not whom Portico brought in with the same details', async () => {
    const { runner, check, create } = setup();
    const lena = { ...joiner, email: 'lena.fischer@mini-org.example' };
    expect((await runner.run(check, lena)).error?.message).toContain(
      'is in Okta already: Lena Fischer (active)',
    );
    const taken = { ...joiner, email: 'jonas.weber@mini-org.example' };
    expect((await runner.run(check, taken)).error?.message).toContain(
      'is in Okta already',
    );

    const first = await runner.run(check, joiner);
    await runner.run(create, { profile: first.outputs.profile } as never);
    const again = await runner.run(check, joiner, { taskId: 'task-2' });
    expect(again.error).toBeUndefined();
    expect(again.outputs.alreadyThere).toBe(true);
    const other = { ...joiner, title: 'Manager' };
    const changed = await runner.run(check, other, { taskId: 'task-3' });
    expect(changed.error?.message).toContain('with other details');

    await ask(`/users/${first.outputs.login}/lifecycle/deactivate`, 'POST');
    const gone = await runner.run(check, joiner, { taskId: 'task-4' });
    expect(gone.error?.message).toContain('someone who left');
  });

  it.each([
    'milo.quinn',
    'user:default/milo.quinn',
    'milo.quinn@mini-org.example',
  ])('knows who leaves by %s, also after they left', async userRef => {
    const { runner, check } = setup();
    const { error, outputs } = await runner.run(check, {
      purpose: 'leaving',
      userRef,
      successorRef: 'commerce',
    });
    expect(error).toBeUndefined();
    expect(outputs).toMatchObject({
      login: 'milo.quinn@mini-org.example',
      githubLogin: 'milo-quinn',
      successorRef: 'group:default/commerce',
      alreadyGone: false,
    });
  });

  it('refuses to see out nobody, or for nobody', async () => {
    const { runner, check } = setup();
    const run = (userRef: string, successorRef: string) =>
      runner.run(check, { purpose: 'leaving', userRef, successorRef });
    const nobody = await run('no.body', 'nowhere');
    expect(nobody.error?.message).toContain(
      "'no.body' is nobody in Okta 'mini-org': nothing to take back. 'nowhere', who is to take over, is no person or group",
    );
    const self = await run('milo.quinn', 'milo.quinn');
    expect(self.error?.message).toContain('cannot take over');
  });

  it('lists what has to be handed over, and to whom', async () => {
    const { runner, list } = setup();
    const { outputs } = await runner.run(list, {
      userRef: JONAS,
      successorRef: 'group:default/commerce',
    });
    expect(outputs.count).toBe(3);
    expect(outputs.text).toBe(
      [
        'To be handed over by Jonas Weber:',
        '',
        '- API [notes](/catalog/default/api/notes): hand over to group:default/commerce',
        '- Group [The Lab](/catalog/default/group/lab): hand over to group:default/commerce',
        '- Component [robot](/catalog/default/component/robot), through The Lab, of which nobody else is a member: hand over to group:default/commerce',
      ].join('\n'),
    );
    expect(await runner.lines('task-1')).toEqual([
      'kept To hand over API notes',
      'kept To hand over Group The Lab',
      'kept To hand over Component robot',
    ]);
    const nothing = await runner.run(list, {
      userRef: 'user:default/milo.quinn',
    });
    expect(nothing.outputs.text).toBe(
      'Milo Quinn owns nothing that has to be handed over.',
    );
  });

  it('asks nothing for whoever may not', async () => {
    const { runner, check } = setup();
    runner.allow = false;
    const { error } = await runner.run(check, joiner);
    expect(error?.name).toBe('NotAllowedError');
  });
});
