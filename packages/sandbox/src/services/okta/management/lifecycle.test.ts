import { Client } from '@okta/okta-sdk-nodejs';
import request from 'supertest';
import { TestBrowser } from '../__testUtils__/signIn';
import { TestOkta } from '../__testUtils__/startOkta';

const profile = {
  firstName: 'Nia',
  lastName: 'Osei',
  email: 'nia.osei@mini-org.example',
  login: 'nia.osei@mini-org.example',
};

let okta: TestOkta;
let client: Client;

beforeEach(async () => {
  okta = await TestOkta.start({ mail: true });
  client = new Client({
    orgUrl: okta.url,
    token: 'okta-sandbox-token',
    cacheMiddleware: null,
  });
});

afterEach(() => okta.stop());

const status = async (userId: string) =>
  (await client.userApi.getUser({ userId })).status;

/** The text of the newest mail to Nia, once it is there. */
async function mail(): Promise<string> {
  for (let attempt = 0; attempt < 1500; attempt += 1) {
    const { body } = await request(okta.inboxUrl).get(
      `/messages?to=${profile.email}`,
    );
    if (body.length) {
      const one = await request(okta.inboxUrl).get(`/messages/${body[0].id}`);
      return one.body.text;
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  throw new Error('No mail arrived within half a minute');
}

it('lets a newcomer in once they have set up the account with the mailed link', async () => {
  const browser = new TestBrowser(okta.url);
  const enter = async () =>
    browser.choose(await browser.authorize({}), profile.email);
  const { id = '' } = await client.userApi.createUser({
    body: { profile },
    activate: true,
  });
  expect(await status(id)).toBe('PROVISIONED');
  const early = await enter();
  expect(early.status).toBe(401);
  expect(early.text).toContain('has not set up the account yet');

  const [path] = /\/welcome\/[\w-]+/.exec(await mail())!;
  const page = await request(okta.url).get(path).expect(200);
  expect(page.text).toContain('Welcome to mini-org, Nia');
  await request(okta.url)
    .post(path)
    .set('origin', 'http://evil.example')
    .expect(403);
  await request(okta.url).post(path).expect(200);
  expect(await status(id)).toBe('ACTIVE');
  await request(okta.url).post(path).expect(404);
  expect((await enter()).status).toBe(302);

  await client.userApi.deactivateUser({ userId: id });
  expect((await enter()).status).toBe(401);
});

it('gives the link to who asks for no mail', async () => {
  const { id: userId = '' } = await client.userApi.createUser({
    body: { profile },
    activate: false,
  });
  const first = await client.userApi.activateUser({ userId, sendEmail: false });
  expect(first.activationUrl).toBe(
    `${okta.url}/welcome/${first.activationToken}`,
  );
  const second = await client.userApi.reactivateUser({
    userId,
    sendEmail: false,
  });
  await request(okta.url).get(`/welcome/${first.activationToken}`).expect(404);
  await request(okta.url)
    .post(`/welcome/${second.activationToken}`)
    .expect(200);
  expect(await status(userId)).toBe('ACTIVE');
});

it('puts a new person into groups at once, and takes them from other providers', async () => {
  const groups = await client.groupApi.listGroups({
    search: 'profile.name eq "commerce"',
  });
  const ids: string[] = [];
  await groups.each(group => {
    ids.push(group.id!);
  });
  const user = await client.userApi.createUser({
    body: {
      profile,
      groupIds: ids,
      credentials: { provider: { type: 'FEDERATION', name: 'FEDERATION' } },
    },
    activate: true,
    provider: true,
  });
  expect(user).toMatchObject({
    status: 'ACTIVE',
    credentials: { provider: { type: 'FEDERATION' } },
  });
  const names: unknown[] = [];
  const own = await client.userApi.listUserGroups({ userId: user.id! });
  await own.each(group => {
    names.push(group.profile?.name);
  });
  expect(names).toContain('commerce');
});

it('resets and expires passwords, and ends sessions', async () => {
  const userId = 'lena.fischer@mini-org.example';
  const { resetPasswordUrl = '' } =
    await client.userApi.generateResetPasswordToken({
      userId,
      sendEmail: false,
    });
  expect(await status(userId)).toBe('RECOVERY');
  await request(okta.url).post(new URL(resetPasswordUrl).pathname).expect(200);
  expect(await status(userId)).toBe('ACTIVE');
  await client.userApi.expirePassword({ userId });
  expect(await status(userId)).toBe('PASSWORD_EXPIRED');
  await client.userApi.revokeUserSessions({ userId, oauthTokens: true });
  const types: unknown[] = [];
  const events = await client.systemLogApi.listLogEvents({
    filter: 'target.alternateId eq "lena.fischer@mini-org.example"',
  });
  await events.each(event => {
    types.push(event.eventType);
  });
  expect(types.slice(-5)).toEqual([
    'user.account.reset_password',
    'user.session.clear',
    'user.account.update_password',
    'user.account.expire_password',
    'user.session.clear',
  ]);
});

it.each([
  ['activate', 403, 'E0000016'],
  ['reactivate', 403, 'E0000038'],
  ['unsuspend', 400, 'E0000001'],
  ['unlock', 403, 'E0000032'],
])('refuses to %s an active user', async (step, expected, errorCode) => {
  const { body } = await request(okta.url)
    .post(`/api/v1/users/lena.fischer@mini-org.example/lifecycle/${step}`)
    .set('authorization', 'SSWS okta-sandbox-token')
    .expect(expected);
  expect(body.errorCode).toBe(errorCode);
});

it('takes no more requests than the limit', async () => {
  const strict = await TestOkta.start({ rateLimit: 2 });
  const ask = () =>
    request(strict.url)
      .get('/api/v1/org')
      .set('authorization', 'SSWS okta-sandbox-token');
  await ask();
  await ask();
  const { status: code, body, headers } = await ask();
  await strict.stop();
  expect([code, body.errorCode, headers['x-rate-limit-remaining']]).toEqual([
    429,
    'E0000047',
    '0',
  ]);
});
