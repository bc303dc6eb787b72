import { moneyToDecimal } from '@portico/plugin-cost-common';
import { createSandbox, type Sandbox } from '@portico/sandbox';
import { ConfigReader } from '@backstage/config';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOpenCostSettings } from './config/readOpenCostSettings';
import { OpenCostAllocations } from './OpenCostAllocations';
import { OpenCostEstimate } from './OpenCostEstimate';

jest.setTimeout(240_000);

const SLICE = { from: '2026-11-03', to: '2026-11-04' };
const { signal } = new AbortController();
const sum = (amounts: bigint[]) => amounts.reduce((all, it) => all + it, 0n);

describe('OpenCost of the sandbox', () => {
  let dataDir: string;
  let sandbox: Sandbox;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'opencost-'));
    sandbox = await createSandbox({
      dataDir,
      ports: 'free',
      only: ['opencost'],
    });
  });
  afterAll(async () => {
    await sandbox.stop();
    await rm(dataDir, { recursive: true });
  });

  const settings = (more: object = {}) =>
    readOpenCostSettings(
      new ConfigReader({
        cost: {
          opencost: [{ name: 'mini-org', url: sandbox.urls.opencost, ...more }],
        },
      }),
    )[0];
  /** What OpenCost says in sum, in cents. */
  const total = async () => {
    const query = new URLSearchParams({
      window: '2026-11-03T00:00:00Z,2026-11-05T00:00:00Z',
      aggregate: 'cluster',
      includeIdle: 'true',
      accumulate: 'true',
    });
    const answer = await fetch(`${sandbox.urls.opencost}/allocation?${query}`);
    const { data } = (await answer.json()) as {
      data: Record<string, { totalCost: number }>[];
    };
    return Math.round(
      100 * Object.values(data[0]).reduce((all, one) => all + one.totalCost, 0),
    );
  };
  const cents = (amount: bigint) =>
    Math.round(100 * Number(moneyToDecimal(amount)));

  it('says for each workload, environment and day what it asked for and used', async () => {
    const { workloads, currency } = await new OpenCostAllocations(
      settings({ labels: ['team'] }),
    ).pull(SLICE, { signal });
    expect(currency).toBe('USD');
    const orders = workloads.filter(it => it.service === 'orders');
    expect(orders.map(it => `${it.day} ${it.environment}`).sort()).toEqual(
      ['2026-11-03', '2026-11-04'].flatMap(day =>
        ['dev', 'production', 'staging'].map(it => `${day} ${it}`),
      ),
    );
    expect(orders[0]).toMatchObject({
      cluster: 'mini-org',
      controller: 'orders',
      labels: { app: 'orders', team: 'commerce' },
    });
    for (const { requested, used } of workloads) {
      expect(used).toBeGreaterThan(0n);
      expect(used).toBeLessThan(requested);
    }
  });

  it('shows what is idle, and leaves nothing out', async () => {
    const { workloads, idle } = await new OpenCostAllocations(settings()).pull(
      SLICE,
      { signal },
    );
    expect(idle).toHaveLength(6);
    expect(sum(idle.map(it => it.idle))).toBeGreaterThan(0n);
    const all = [
      ...workloads.map(it => it.requested),
      ...idle.map(it => it.idle),
    ];
    expect(cents(sum(all))).toBe(await total());
  });

  it('reckons a cluster that is on no bill by its own prices, the same in sum', async () => {
    const provider = new OpenCostEstimate(settings({ counts: 'estimate' }));
    expect(provider.kind).toBe('estimated');
    const rows = [];
    for await (const batch of provider.pull(SLICE, { signal })) {
      expect(batch.problems).toEqual([]);
      rows.push(...batch.rows);
    }
    expect(cents(sum(rows.map(it => it.effectiveCost)))).toBe(await total());
    expect(rows.find(it => it.tags.app === 'orders')).toMatchObject({
      providerName: 'Kubernetes',
      billingAccountId: 'mini-org',
      serviceCategory: 'Compute',
      resourceName: 'orders',
      tags: { service: 'orders', environment: 'production' },
      billingCurrency: 'USD',
    });
    expect(rows.filter(it => it.resourceName === 'idle')).toHaveLength(2);
  });

  it('takes workloads without the labels for nobody’s', async () => {
    const { workloads } = await new OpenCostAllocations(
      settings({ serviceLabel: 'component', environment: 'production' }),
    ).pull(SLICE, { signal });
    expect(workloads.every(it => it.service === undefined)).toBe(true);
  });

  it('says what was asked, and what to check', async () => {
    await expect(
      new OpenCostAllocations(
        settings({ url: `${sandbox.urls.opencost}/model` }),
      ).pull(SLICE, { signal }),
    ).rejects.toThrow(/OpenCost 'mini-org'.*\/allocation\/compute/);
  });
});
