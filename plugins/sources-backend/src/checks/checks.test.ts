import { ConfigReader } from '@backstage/config';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkSource, stateOf } from '../checkSource';
import { createSources } from '../createSources';

let server: Server;
let url: string;
let answer: (path: string, response: ServerResponse) => void;

beforeAll(async () => {
  server = createServer((request, response) =>
    answer(request.url ?? '', response),
  ).listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

function reply(body: object, headers = {}, status = 200) {
  answer = (_, response) => {
    response.writeHead(status, {
      'content-type': 'application/json',
      ...headers,
    });
    response.end(JSON.stringify(body));
  };
}

async function check(config: object) {
  const { sources } = createSources(new ConfigReader(config as {}));
  // github.com is always among the integrations; without a token it is no source.
  expect(sources).toHaveLength(1);
  const found = await checkSource(sources[0]);
  return { id: sources[0].id, ...found, state: stateOf(found) };
}

const github = () => ({
  integrations: {
    github: [{ host: 'github.test', apiBaseUrl: url, token: 'secret' }],
  },
  catalog: {
    providers: {
      github: { main: { host: 'github.test', organization: 'mini-org' } },
    },
  },
});

const argocd = (token = 'secret') => ({
  argocd: { instances: [{ name: 'main', baseUrl: url, token }] },
});

it("tells of GitHub's token how long it lasts and what it may not do", async () => {
  reply(
    {},
    {
      'x-oauth-scopes': 'repo, write:org',
      'github-authentication-token-expiration': '2026-12-24 10:00:00 UTC',
    },
  );
  expect(await check(github())).toMatchObject({
    id: 'github:github.test',
    state: 'reachable',
    answeredAs: 'GitHub',
    token: {
      state: 'valid',
      validUntil: '2026-12-24T10:00:00.000Z',
      missing: ['workflow'],
    },
  });
});

it('says nothing of rights that GitHub does not tell', async () => {
  reply({}, { 'x-oauth-scopes': '' });
  expect((await check(github())).token).toEqual({ state: 'valid' });
});

it('is not fooled by Argo CD, which answers everybody', async () => {
  reply({ loggedIn: false });
  expect(await check(argocd())).toMatchObject({ state: 'refused' });
  reply({ loggedIn: true, username: 'portico' });
  expect(await check(argocd())).toMatchObject({
    state: 'reachable',
    answeredAs: 'account portico',
    token: { state: 'valid' },
  });
});

it('reads when a token ends that says so', async () => {
  reply({ loggedIn: true, username: 'portico' });
  const payload = Buffer.from('{"exp":1798106400}').toString('base64url');
  expect((await check(argocd(`e30.${payload}.c2ln`))).token).toEqual({
    state: 'valid',
    validUntil: '2026-12-24T10:00:00.000Z',
  });
});

it('tells a right that is missing in Okta from a token that is wrong', async () => {
  const okta = { okta: { orgs: [{ name: 'main', orgUrl: url, token: 's' }] } };
  answer = (path, response) => {
    const isRefused = path.startsWith('/api/v1/groups');
    response.writeHead(isRefused ? 403 : 200).end('[]');
  };
  expect(await check(okta)).toMatchObject({
    state: 'reachable',
    token: { state: 'valid', missing: ['okta.groups.read'] },
  });
});

it('says which permission the organisation of Terraform does not give', async () => {
  reply({
    data: { attributes: { permissions: { 'can-create-workspace': false } } },
  });
  const terraform = {
    terraform: {
      hcp: [{ name: 'a', baseUrl: url, token: 's', organization: 'mini-org' }],
    },
  };
  expect((await check(terraform)).token).toEqual({
    state: 'valid',
    missing: ['can-create-workspace'],
  });
});

it("tells of Grafana's token whose it is, what it lacks and when it ends", async () => {
  const rights = ['dashboards:read', 'folders:read', 'datasources:query'];
  const bodies: Record<string, object> = {
    '/api/user': { id: 2, login: 'sa-1-portico' },
    '/api/access-control/user/permissions': Object.fromEntries(
      rights.map(right => [right, ['*']]),
    ),
    '/api/serviceaccounts/2/tokens': [
      { name: 'old', hasExpired: true, expiration: '2026-01-01T00:00:00Z' },
      { name: 'new', hasExpired: false, expiration: '2027-01-01T00:00:00Z' },
    ],
  };
  answer = (path, response) => {
    response.writeHead(path in bodies ? 200 : 404);
    response.end(JSON.stringify(bodies[path] ?? {}));
  };
  const grafana = { instances: [{ name: 'main', url, token: 'secret' }] };
  expect(await check({ grafana })).toMatchObject({
    id: 'grafana:main',
    state: 'reachable',
    answeredAs: 'service account sa-1-portico',
    token: {
      state: 'valid',
      validUntil: '2027-01-01T00:00:00.000Z',
      missing: [
        'alert.rules:read',
        'alert.silences:create',
        'dashboards:create',
        'dashboards:write',
        'folders:create',
        'folders.permissions:write',
        'teams:read',
      ],
    },
  });
  reply({ message: 'Invalid API key' }, {}, 401);
  expect(await check({ grafana })).toMatchObject({ state: 'refused' });
});

it.each([
  [404, 'answered 404: nobody here. Check the address under'],
  [302, 'answered 302: nobody here. Check the address under'],
  [503, 'answered 503: nobody here.'],
])('takes %s for no answer', async (status, words) => {
  reply({ message: 'nobody here' }, {}, status);
  expect(await check(argocd())).toMatchObject({
    state: 'unreachable',
    message: expect.stringContaining(words),
  });
});

it('says why nobody could be asked', async () => {
  const away = { name: 'a', baseUrl: 'http://127.0.0.1:1', token: 'secret' };
  expect(await check({ argocd: { instances: [away] } })).toMatchObject({
    state: 'unreachable',
    message: expect.stringContaining('ECONNREFUSED'),
  });
});

it('names the section that it cannot read', () => {
  const config = new ConfigReader({ argocd: { instances: [{ name: 'a' }] } });
  expect(() => createSources(config)).toThrow(
    "Argo CD can't be read from the config: Missing required config value at 'argocd.instances[0].baseUrl'",
  );
});
