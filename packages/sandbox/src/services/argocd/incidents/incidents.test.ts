import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox, type Sandbox } from '../../../createSandbox';
import type { Incident } from '../../../incidents';
import { createWorld } from '../../../world';
import type { Application } from '../types';

jest.setTimeout(240_000);

describe('Argo CD during incidents', () => {
  let dataDir: string;
  let sandbox: Sandbox;
  const world = createWorld();
  const components = world.components.filter(one =>
    ['campaigns', 'orders', 'payouts'].includes(one.name),
  );

  const launch = async () => {
    sandbox = await createSandbox({
      dataDir,
      ports: 'free',
      pace: 0.01,
      only: ['control', 'github', 'kubernetes', 'argocd'],
      world: { ...world, components },
    });
  };
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'sandbox-incidents-'));
    await launch();
  });
  afterAll(async () => {
    await sandbox.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const application = async (name: string) => {
    const url = `${sandbox.urls.argocd}/api/v1/applications/${name}`;
    const authorization = 'Bearer argocd-sandbox-token';
    const response = await fetch(url, { headers: { authorization } });
    return (await response.json()) as Application;
  };
  const until = async (
    name: string,
    check: (status: Application['status']) => unknown,
  ) => {
    for (const end = Date.now() + 20_000; ; ) {
      const { status } = await application(name);
      if (check(status)) return status;
      if (Date.now() > end) throw new Error(JSON.stringify(status));
      await new Promise(resolve => setTimeout(resolve, 15));
    }
  };
  const incidents = async (component: string) => {
    const response = await fetch(`${sandbox.urls.control}/incidents`);
    return ((await response.json()) as Incident[]).filter(
      one => one.component === component && one.endedAt === undefined,
    );
  };
  const end = ({ id }: Incident) =>
    fetch(`${sandbox.urls.control}/incidents/${id}`, { method: 'DELETE' });
  const start = (kind: string, component: string) =>
    fetch(`${sandbox.urls.control}/incidents`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind, component }),
    });

  it('can not sync what Git holds, says why and since when, and what runs goes on', async () => {
    const [incident] = await incidents('campaigns');
    const status = await until(
      'campaigns-production',
      one => one.sync.status === 'OutOfSync',
    );
    expect(status).toMatchObject({
      health: { status: 'Healthy' },
      operationState: {
        phase: 'Failed',
        message: expect.stringMatching(
          /one or more objects failed to apply, reason: ConfigMap "campaigns-config" is invalid: data\[rate limit\]/,
        ),
        startedAt: `${new Date(incident.startedAt)
          .toISOString()
          .slice(0, 19)}Z`,
      },
      conditions: [{ type: 'SyncError' }],
    });
    expect(
      status.resources?.filter(one => one.status === 'OutOfSync'),
    ).toMatchObject([{ kind: 'ConfigMap', name: 'campaigns-config' }]);
    expect((await application('campaigns-staging')).status.sync.status).toBe(
      'Synced',
    );
  });

  it('syncs again once it is mended, and fails again with the next one', async () => {
    const [incident] = await incidents('campaigns');
    await end(incident);
    await until(
      'campaigns-production',
      one =>
        one.sync.status === 'Synced' &&
        one.operationState?.phase === 'Succeeded',
    );
    await start('sync-failed', 'campaigns');
    const again = await until(
      'campaigns-production',
      one =>
        one.sync.status === 'OutOfSync' &&
        one.operationState?.phase === 'Failed',
    );
    expect(again.health.status).toBe('Healthy');
  });

  it('deployed orders three minutes before it got slow', async () => {
    const [{ startedAt }] = await incidents('orders');
    const { status } = await application('orders-production');
    const deployedAt = Date.parse(status.history?.at(-1)?.deployedAt ?? '');
    expect(Math.abs(startedAt - deployedAt - 180_000)).toBeLessThan(1_000);
    expect(status.sync.status).toBe('Synced');
  });

  it('is Degraded while pods are killed, and names the Deployment', async () => {
    const status = await until(
      'payouts-production',
      one => one.health.status === 'Degraded',
    );
    const unwell = status.resources?.filter(
      one => one.health && one.health.status !== 'Healthy',
    );
    expect(unwell).toMatchObject([{ kind: 'Deployment', name: 'payouts' }]);
    await end((await incidents('payouts'))[0]);
    await until('payouts-production', one => one.health.status === 'Healthy');
  });

  it('starts again where the repository of an application is out of reach', async () => {
    await sandbox.stop();
    // Other ports: GitHub is not where applications look for it.
    await launch();
    const status = await until('campaigns-production', one =>
      one.conditions?.some(({ type }) => type === 'ComparisonError'),
    );
    expect(status.conditions?.[0].message).toContain('repository not found');
  });
});
