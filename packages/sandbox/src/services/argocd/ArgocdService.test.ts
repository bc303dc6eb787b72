import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox, type Sandbox } from '../../createSandbox';
import { createWorld } from '../../world';
import type { Application } from './types';

const world = createWorld();
const components = world.components.filter(one => one.replicas > 0).slice(0, 2);

describe('Argo CD', () => {
  let dataDir: string;
  let sandbox: Sandbox;
  const start = async () => {
    sandbox = await createSandbox({
      dataDir,
      ports: 'free',
      pace: 0.02,
      only: ['github', 'kubernetes', 'argocd'],
      world: { ...world, components },
    });
  };
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'argocd-'));
    await start();
  }, 240_000);
  afterAll(async () => {
    await sandbox.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${sandbox.urls.argocd}/api/v1${path}`, {
      headers: { authorization: 'Bearer argocd-sandbox-token' },
      ...init,
    });
    return { status: response.status, body: await response.json() };
  };
  const manifest = (
    name: string,
    change: object = {},
    source: object = {},
  ) => ({
    metadata: { name },
    spec: {
      project: 'default',
      source: {
        repoURL: `${sandbox.urls.github}/mini-org/${components[0].name}`,
        path: 'deploy/base',
        targetRevision: 'main',
        ...source,
      },
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: name,
      },
      syncPolicy: { automated: {}, syncOptions: ['CreateNamespace=true'] },
      ...change,
    },
  });
  const create = (body: object, query = '') =>
    ask(`/applications${query}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
  const until = async (name: string, check: (one: Application) => boolean) => {
    const end = Date.now() + 60_000;
    for (;;) {
      const { body } = await ask(`/applications/${name}`);
      if (check(body)) return body as Application;
      if (Date.now() > end) throw new Error(JSON.stringify(body.status));
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  };

  it('has the mini-org deployed from the start, and comes to rest', async () => {
    const { body } = await ask('/applications');
    const { items } = body as { items: Application[] };
    expect(items.length).toBeGreaterThanOrEqual(components.length);
    for (const { status } of items) {
      expect(status.sync.status).toBe('Synced');
      expect(status.health.status).toBe('Healthy');
      expect(status.operationState?.startedAt).toBeDefined();
    }
    const versions = async () =>
      (await ask('/applications')).body.items.map(
        (one: Application) => one.metadata.resourceVersion,
      );
    let before: string[];
    let after = await versions();
    do {
      before = after;
      await new Promise(resolve => setTimeout(resolve, 300));
      after = await versions();
    } while (after.join() !== before.join());
  });

  it('deploys a new application until it is healthy', async () => {
    expect((await create(manifest('fresh'))).status).toBe(200);
    const { status } = await until(
      'fresh',
      one =>
        one.status.health.status === 'Healthy' &&
        one.status.operationState?.phase === 'Succeeded',
    );
    expect(status.sync.status).toBe('Synced');
    expect(status.history).toHaveLength(1);
    await ask('/applications/fresh', { method: 'DELETE' });
  });

  it.each([
    [{ path: 'nope' }, 'nope: app path does not exist'],
    [{ targetRevision: 'nope' }, "unable to resolve 'nope' to a commit SHA"],
    [
      { repoURL: 'https://git.example/a/b' },
      'failed to list refs: repository not found: https://git.example/a/b',
    ],
  ])('says why it cannot render %j', async (source, why) => {
    const refused = await create(manifest('broken', {}, source));
    expect(refused.status).toBe(400);
    expect(refused.body.message).toContain(why);
    await create(manifest('broken', {}, source), '?validate=false');
    const { status } = await until('broken', one =>
      Boolean(one.status.conditions?.length),
    );
    expect(status.conditions?.[0]).toMatchObject({
      type: 'ComparisonError',
      message: `Failed to load target state: failed to generate manifest for source 1 of 1: rpc error: code = Unknown desc = ${why}`,
    });
    await ask('/applications/broken', { method: 'DELETE' });
    await new Promise(resolve => setTimeout(resolve, 100));
  });

  it('refuses what Argo CD refuses, in its words', async () => {
    expect(await ask('/applications/none')).toEqual({
      status: 403,
      body: expect.objectContaining({ code: 7, message: 'permission denied' }),
    });
    expect(await ask('/applications/none?project=default')).toEqual({
      status: 404,
      body: expect.objectContaining({
        code: 5,
        message: 'applications.argoproj.io "none" not found',
      }),
    });
    const anonymous = await ask('/applications', { headers: {} });
    expect(anonymous).toMatchObject({
      status: 401,
      body: { code: 16, error: 'no session information' },
    });
    await create(manifest('taken', { syncPolicy: undefined }));
    expect((await create(manifest('taken', {}))).body.message).toBe(
      'existing application spec is different, use upsert flag to force update',
    );
    const elsewhere = await create(
      manifest(
        'far',
        { project: components[0].owner },
        { repoURL: 'https://git.example/a/b' },
      ),
    );
    expect(elsewhere.body.message).toContain(
      'application repo https://git.example/a/b is not permitted in project',
    );
  });

  it('keeps everything over a restart', async () => {
    await sandbox.stop();
    await start();
    expect((await ask('/applications/taken')).status).toBe(200);
  });
});
