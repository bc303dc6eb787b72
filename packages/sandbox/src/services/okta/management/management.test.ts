import { Client } from '@okta/okta-sdk-nodejs';
import request from 'supertest';
import { TestOkta } from '../__testUtils__/startOkta';

interface Page<T> {
  each(visit: (item: T) => void): Promise<unknown>;
}

async function all<T>(page: Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  await (
    await page
  ).each(item => {
    items.push(item);
  });
  return items;
}

describe("Okta's management API, asked by Okta's own client", () => {
  let okta: TestOkta;
  let client: Client;
  let http: ReturnType<typeof request.agent>;

  beforeEach(async () => {
    okta = await TestOkta.start();
    client = new Client({ orgUrl: okta.url, token: 'okta-sandbox-token' });
    http = request.agent(okta.url);
    http.set('authorization', 'SSWS okta-sandbox-token');
  });

  afterEach(() => okta.stop());

  const profile = {
    firstName: 'Nia',
    lastName: 'Osei',
    email: 'nia.osei@mini-org.example',
    login: 'nia.osei@mini-org.example',
  };

  it('pages through people and groups of the organisation', async () => {
    const users = await all(client.userApi.listUsers({ limit: 7 }));
    expect(users.length).toBeGreaterThan(30);
    expect(new Set(users.map(user => user.id)).size).toBe(users.length);
    expect(users[0].id).toMatch(/^00u\w{17}$/);
    const [lena] = await all(
      client.userApi.listUsers({
        search: 'profile.email eq "engineer@mini-org.example"',
      }),
    );
    expect(lena).toMatchObject({
      status: 'ACTIVE',
      profile: {
        login: 'lena.fischer@mini-org.example',
        department: 'commerce',
      },
    });
    const groups = await all(
      client.userApi.listUserGroups({ userId: lena.id! }),
    );
    expect(groups.map(group => group.profile?.name).sort()).toEqual([
      'Everyone',
      'commerce',
      'engineers',
    ]);
    const [commerce] = await all(
      client.groupApi.listGroups({ search: 'profile.name eq "commerce"' }),
    );
    const members = await all(
      client.groupApi.listGroupUsers({ groupId: commerce.id!, limit: 2 }),
    );
    expect(members.map(member => member.id)).toContain(lena.id);
  });

  it('takes a person through their whole life', async () => {
    const staged = await client.userApi.createUser({
      body: { profile: { ...profile, costCenter: 'R-12' } },
      activate: false,
    });
    expect(staged).toMatchObject({
      status: 'STAGED',
      profile: { costCenter: 'R-12' },
    });
    const userId = staged.id!;
    const status = async () =>
      (await client.userApi.getUser({ userId })).status;

    await client.userApi.activateUser({ userId, sendEmail: false });
    expect(await status()).toBe('PROVISIONED');
    const group = await client.groupApi.createGroup({
      group: { profile: { name: 'astronomers', description: 'Look up' } },
    });
    const membership = { groupId: group.id!, userId };
    await client.groupApi.assignUserToGroup(membership);
    await client.groupApi.assignUserToGroup(membership);
    expect(
      await all(client.groupApi.listGroupUsers({ groupId: group.id! })),
    ).toHaveLength(1);
    await client.groupApi.unassignUserFromGroup(membership);
    expect(
      await all(client.groupApi.listGroupUsers({ groupId: group.id! })),
    ).toHaveLength(0);

    const updated = await client.userApi.updateUser({
      userId,
      user: { profile: { title: 'Astronomer' } },
    });
    expect(updated.profile).toMatchObject({
      ...profile,
      title: 'Astronomer',
      costCenter: 'R-12',
    });

    await client.userApi.deactivateUser({ userId });
    expect(await status()).toBe('DEPROVISIONED');
    expect(
      (await all(client.userApi.listUsers())).map(user => user.id),
    ).not.toContain(userId);
    await client.userApi.deleteUser({ userId });
    await expect(status()).rejects.toMatchObject({
      status: 404,
      errorCode: 'E0000007',
    });

    const events = await all(
      client.systemLogApi.listLogEvents({ filter: `target.id eq "${userId}"` }),
    );
    expect(events.map(event => event.eventType)).toEqual([
      'user.lifecycle.create',
      'user.lifecycle.activate',
      'group.user_membership.add',
      'group.user_membership.remove',
      'user.account.update_profile',
      'user.lifecycle.deactivate',
      'user.lifecycle.delete.initiated',
    ]);
  });

  it('suspends only who is active, and lets them back', async () => {
    const userId = 'lena.fischer@mini-org.example';
    await client.userApi.suspendUser({ userId });
    expect((await client.userApi.getUser({ userId })).status).toBe('SUSPENDED');
    await expect(client.userApi.suspendUser({ userId })).rejects.toMatchObject({
      status: 400,
      errorCauses: [
        { errorSummary: 'Cannot suspend a user that is not active' },
      ],
    });
    await client.userApi.unsuspendUser({ userId });
    expect((await client.userApi.getUser({ userId })).status).toBe('ACTIVE');
  });

  it('refuses a wrong token as Okta does', async () => {
    for (const authorization of [
      '',
      'SSWS wrong',
      'Bearer okta-sandbox-token',
    ]) {
      await request(okta.url)
        .get('/api/v1/users')
        .set('authorization', authorization)
        .expect(401)
        .expect(({ body }) => {
          expect(body).toMatchObject({
            errorCode: 'E0000011',
            errorSummary: 'Invalid token provided',
            errorCauses: [],
          });
        });
    }
  });

  it.each([
    [{}, ['firstName', 'lastName', 'email', 'login']],
    [{ ...profile, email: 'nia' }, ['email']],
    [{ ...profile, login: 'nia' }, ['login']],
    [{ ...profile, login: 'LENA.fischer@mini-org.example' }, ['login']],
  ])('says which attributes of %j are wrong', async (wrong, attributes) => {
    const { body } = await http
      .post('/api/v1/users')
      .send({ profile: wrong })
      .expect(400);
    expect(body.errorCode).toBe('E0000001');
    expect(body.errorSummary).toBe(`Api validation failed: ${attributes[0]}`);
    expect(
      body.errorCauses.map(
        (cause: { errorSummary: string }) => cause.errorSummary.split(':')[0],
      ),
    ).toEqual(attributes);
  });

  it.each([
    ['post', '/api/v1/groups', { profile: { name: 'commerce' } }, 400],
    ['post', '/api/v1/groups', {}, 400],
    ['get', '/api/v1/users?search=status+is+fine', undefined, 400],
    ['get', '/api/v1/users?limit=none', undefined, 400],
    ['get', '/api/v1/groups/00gNone', undefined, 404],
    ['get', '/api/v1/nothing', undefined, 404],
  ] as const)(
    'answers %s %s %j with %d',
    async (method, path, body, status) => {
      await http[method](path)
        .send(body)
        .expect(status)
        .expect(response => {
          expect(response.body.errorCode).toMatch(/^E00000\d\d$/);
        });
    },
  );

  it('keeps the group of everyone to itself', async () => {
    const { body } = await http.get('/api/v1/groups?filter=type+eq+"BUILT_IN"');
    expect(body).toHaveLength(1);
    await http.delete(`/api/v1/groups/${body[0].id}`).expect(403);
  });

  it('tells clients how much they may ask', async () => {
    const { headers } = await http.get('/api/v1/org').expect(200);
    expect(headers).toMatchObject({
      'x-rate-limit-limit': '6000',
      'x-rate-limit-remaining': '5999',
      'x-rate-limit-reset': expect.stringMatching(/^\d{10}$/),
      'x-okta-request-id': expect.stringMatching(/^\w+$/),
    });
  });
});
