import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox, type Sandbox } from '../../createSandbox';
import type { Inventory } from '../../kit';
import { createWorld } from '../../world';

const world = createWorld();
const components = world.components.filter(one => one.replicas > 0).slice(0, 1);

describe('the platform as a test sees it', () => {
  let dataDir: string;
  let sandbox: Sandbox;
  const ask = (service: 'control' | 'github', path: string, init = {}) =>
    fetch(`${sandbox.urls[service]}${path}`, init);
  const send = (body: object) => ({
    method: 'POST',
    headers: {
      authorization: 'token ghp_sandbox_portico',
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'sandbox-platform-'));
    sandbox = await createSandbox({
      dataDir,
      ports: 'free',
      pace: 0.01,
      world: { ...world, components },
    });
  }, 240_000);
  afterAll(async () => {
    await sandbox.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const objects = async (query = '') =>
    (await ask('control', `/objects${query}`)).json() as Promise<
      Record<string, Inventory>
    >;

  it('lists what the services hold by keys that tell before from after', async () => {
    const before = await objects();
    const [{ name }] = components;
    expect(before).toMatchObject({
      github: {
        repositories: expect.arrayContaining([`mini-org/${name}`]),
        branches: expect.any(Array),
        openIssues: expect.any(Array),
      },
      okta: {
        users: expect.arrayContaining([
          `${world.people[0].login}@mini-org.example ACTIVE`,
        ]),
        groups: expect.arrayContaining(['Everyone']),
      },
      argocd: { applications: expect.any(Array) },
      kubernetes: { namespaces: expect.arrayContaining(['default']) },
      terraform: { workspaces: expect.any(Array), unfinishedRuns: [] },
      inbox: { mails: [] },
    });
    for (const inventory of Object.values(before)) {
      for (const keys of Object.values(inventory)) {
        expect(keys).toEqual([...keys].sort());
      }
    }
    const made = await ask(
      'github',
      '/api/v3/orgs/mini-org/repos',
      send({ name: 'left-behind', auto_init: true }),
    );
    expect(made.status).toBe(201);
    const after = await objects();
    expect(after.github.repositories).toEqual(
      [...before.github.repositories, 'mini-org/left-behind'].sort(),
    );
    expect(after.kubernetes).toEqual(before.kubernetes);
    expect(Object.keys(await objects('?service=okta'))).toEqual(['okta']);

    await ask('github', '/api/v3/repos/mini-org/left-behind', {
      ...send({}),
      method: 'DELETE',
      body: undefined,
    });
    expect((await objects()).github).toEqual(before.github);
  });

  it('lists the writes since a request', async () => {
    const since = (await ask('control', '/requests?limit=1')).headers.get(
      'x-last-request-id',
    );
    await ask('github', '/api/v3/meta', { headers: send({}).headers });
    await ask('github', '/api/v3/orgs/mini-org/repos', send({ name: '' }));
    const writes = await ask(
      'control',
      `/requests?service=github&method=post,PUT&since=${since}`,
    );
    expect(await writes.json()).toMatchObject([
      { method: 'POST', path: '/api/v3/orgs/mini-org/repos' },
    ]);
  });

  it.each([
    ['github', '/api/v3/user', 401, { message: 'Bad credentials' }],
    ['github', '/api/v3/user', 503, { status: '503' }],
    ['okta', '/api/v1/users', 401, { errorCode: 'E0000011' }],
    ['okta', '/api/v1/users', 429, { errorCode: 'E0000047' }],
    ['okta', '/oauth2/v1/token', 401, { error: 'invalid_client' }],
    ['argocd', '/api/v1/applications', 503, { code: 14 }],
    [
      'kubernetes',
      '/api/v1/pods',
      401,
      { kind: 'Status', reason: 'Unauthorized' },
    ],
    [
      'terraform',
      '/api/v2/account/details',
      401,
      { errors: [{ status: '401', title: 'unauthorized' }] },
    ],
  ] as const)(
    'fails as %s itself does: %s with %i',
    async (service, path, value, body) => {
      const fault = { service, kind: 'status', value, times: 1 };
      await ask('control', '/faults', send(fault));
      const response = await fetch(`${sandbox.urls[service]}${path}`);
      expect(response.status).toBe(value);
      expect(await response.json()).toMatchObject(body);
    },
  );

  it.each([
    ['sts', 403, '<Code>InvalidClientTokenId</Code>'],
    ['', 403, '<Code>InvalidClientTokenId</Code>'],
  ])('refuses a revoked key as AWS does in %j', async (scope, status, text) => {
    await ask(
      'control',
      '/faults',
      send({ service: 'aws', kind: 'status', value: 401, times: 1 }),
    );
    const response = await fetch(sandbox.urls.aws, {
      method: 'POST',
      headers: scope
        ? {
            authorization: `AWS4-HMAC-SHA256 Credential=AKIA/20261121/eu-central-1/${scope}/aws4_request, SignedHeaders=host, Signature=0`,
          }
        : {},
    });
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(text);
  });
});
