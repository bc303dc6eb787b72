import { createMockDirectory } from '@backstage/backend-test-utils';
import { SandboxDriver } from '@portico/plugin-flows-test-utils';
import { createSandbox } from '@portico/sandbox';
import { setTimeout as pause } from 'node:timers/promises';
import { linesOf, startPeopleFlows } from './__testUtils__/startPeopleFlows';

jest.setTimeout(240_000);

describe('bringing someone in and seeing them out', () => {
  const folder = createMockDirectory();
  const services = ['okta', 'aws', 'github', 'inbox', 'smtp', 'control'];
  const sandbox = new SandboxDriver(() =>
    createSandbox({
      dataDir: folder.resolve('sandbox'),
      ports: 'free',
      pace: 0.02,
      only: ['control', 'okta', 'aws', 'github', 'inbox'],
    }),
  );
  let flows: Awaited<ReturnType<typeof startPeopleFlows>>;
  beforeAll(async () => {
    const urls = services.map(name => [name, sandbox.url(name)] as const);
    flows = await startPeopleFlows(Object.fromEntries(urls));
  });
  afterAll(() => flows?.stop());

  const LOGIN = 'nia.osei@mini-org.example';
  const nia = {
    firstName: 'Nia',
    lastName: 'Osei',
    email: LOGIN,
    title: 'Software Engineer',
    teamRef: 'group:default/commerce',
    managerRef: 'user:default/jonas.weber',
    startDate: new Date().toISOString().slice(0, 10),
    awsAccess: 'ReadOnly',
    githubLogin: 'nia-osei',
  };
  const doors = async () => {
    const okta = await sandbox.inventory('okta');
    const aws = await sandbox.inventory('aws');
    return [
      ...okta.users.filter(one => one.startsWith(LOGIN)),
      ...okta.memberships.filter(one => one.endsWith(LOGIN)),
      ...aws.assignments.filter(one => one.endsWith(LOGIN)),
    ];
  };
  const OPEN = [
    `${LOGIN} PROVISIONED`,
    `commerce ${LOGIN}`,
    `engineers ${LOGIN}`,
    `mini-org-dev ReadOnlyAccess user ${LOGIN}`,
    `mini-org-staging ReadOnlyAccess user ${LOGIN}`,
  ];
  const readInbox = async () => {
    const response = await fetch(
      `${sandbox.url('inbox')}/messages?subject=Welcome to mini-org`,
    );
    return (await response.json()) as { subject: string; to: string[] }[];
  };

  it('takes back all that a task made which fails at its last step', async () => {
    await sandbox.addFault({ service: 'smtp', kind: 'status', value: 550 });
    const task = await flows.run('user-onboarding', nia);
    expect(task.status).toBe('failed');
    const deadline = Date.now() + 30_000;
    while ((await doors()).length > 0 && Date.now() < deadline) {
      await pause(100);
    }
    expect(await doors()).toEqual([]);
    expect(await readInbox()).toEqual([]);
  });

  it('opens every door, and the second time changes nothing and says so', async () => {
    const first = await flows.run('user-onboarding', nia);
    expect([first.status, first.log.at(-1)]).toEqual([
      'completed',
      expect.anything(),
    ]);
    expect(await doors()).toEqual(OPEN);
    expect(await readInbox()).toEqual([
      expect.objectContaining({
        subject: 'Welcome to mini-org, Nia',
        to: [LOGIN],
      }),
    ]);
    expect(linesOf(first.ledger)).toEqual([
      `made Okta user ${LOGIN}`,
      `made Okta group membership ${LOGIN} in engineers`,
      `made Okta group membership ${LOGIN} in commerce`,
      `made AWS access ${LOGIN}: ReadOnlyAccess in mini-org-dev`,
      `made AWS access ${LOGIN}: ReadOnlyAccess in mini-org-staging`,
      'made GitHub team membership nia-osei in mini-org/commerce',
      `made Mail "Welcome to mini-org, Nia" to ${LOGIN}`,
    ]);
    expect(first.output.text).toEqual([
      expect.objectContaining({
        content: expect.stringContaining('Nia Osei has been brought in.'),
      }),
    ]);

    const second = await flows.run('user-onboarding', nia);
    expect(second.status).toBe('completed');
    expect(linesOf(second.ledger).every(line => line.startsWith('kept'))).toBe(
      true,
    );
    expect(second.output.text).toEqual([
      expect.objectContaining({
        content: expect.stringContaining('was there already'),
      }),
    ]);
    expect(await doors()).toEqual(OPEN);
    expect(await readInbox()).toHaveLength(1);
  });

  it('needs neither AWS nor a GitHub account, and closes the issue that asked for it', async () => {
    const api = `${sandbox.url(
      'github',
    )}/api/v3/repos/mini-org/onboarding/issues`;
    const headers = { authorization: 'Bearer ghp_sandbox_portico' };
    const opened = await fetch(api, {
      method: 'POST',
      headers,
      body: JSON.stringify({ title: 'Onboard: Ravi Menon' }),
    });
    const issue = (await opened.json()) as { html_url: string; number: number };
    const task = await flows.run('user-onboarding', {
      ...nia,
      firstName: 'Ravi',
      lastName: 'Menon',
      email: 'ravi.menon@mini-org.example',
      awsAccess: 'None',
      githubLogin: '',
      issueUrl: issue.html_url,
    });
    expect([task.status, task.log.at(-1)]).toEqual([
      'completed',
      expect.anything(),
    ]);
    const read = async (path = '') =>
      (await fetch(`${api}/${issue.number}${path}`, { headers })).json();
    expect(await read()).toMatchObject({ state: 'closed' });
    const [comment] = (await read('/comments')) as { body: string }[];
    expect(comment.body).toContain('Ravi Menon can start.');
    expect(comment.body).toContain('| AWS | no access asked for |');
    expect(comment.body).toContain('| GitHub | no account yet |');
    expect(comment.body).toContain(`/create/tasks/${task.id}`);
  });

  it('refuses who was not brought in by Portico before anything is changed', async () => {
    const lena = { ...nia, email: 'lena.fischer@mini-org.example' };
    const task = await flows.run('user-onboarding', lena);
    expect(task.status).toBe('failed');
    expect(task.log.join('\n')).toContain('Lena Fischer (active)');
    expect(task.ledger.rows).toEqual([]);
  });

  it('closes every door, and the second time finds them closed', async () => {
    const leaving = {
      userRef: LOGIN,
      successorRef: 'user:default/jonas.weber',
    };
    const first = await flows.run('user-offboarding', leaving);
    expect([first.status, first.log.at(-1)]).toEqual([
      'completed',
      expect.anything(),
    ]);
    expect(await doors()).toEqual([`${LOGIN} DEPROVISIONED`]);
    const { members, teamMemberships } = await sandbox.inventory('github');
    expect([...members, ...teamMemberships].join()).not.toContain('nia-osei');

    const second = await flows.run('user-offboarding', leaving);
    expect(second.status).toBe('completed');
    expect(linesOf(second.ledger)).toEqual([`kept Okta user ${LOGIN}`]);
  });
});
