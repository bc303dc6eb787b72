import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bill } from '../../billing';
import { createSandbox, type Sandbox } from '../../createSandbox';
import { createWorld } from '../../world';
import type { Allocation } from './allocations';

jest.setTimeout(240_000);

const WINDOW = '2026-11-03T00:00:00Z,2026-11-05T00:00:00Z';

describe('OpenCost', () => {
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
    await rm(dataDir, { recursive: true, force: true });
  });

  const ask = async (query: Record<string, string>) => {
    const response = await fetch(
      `${sandbox.urls.opencost}/allocation?${new URLSearchParams(query)}`,
    );
    const body = (await response.json()) as {
      data: Record<string, Allocation>[];
      message?: string;
    };
    return { status: response.status, ...body };
  };
  const total = (lines: Record<string, Allocation>) =>
    Object.values(lines).reduce((sum, { totalCost }) => sum + totalCost, 0);

  it('allocates what the nodes on the bill cost, the rest being idle', async () => {
    const { data } = await ask({
      window: WINDOW,
      aggregate: 'label:app',
      includeIdle: 'true',
    });
    expect(data).toHaveLength(2);
    const nodes = new Bill(createWorld())
      .day('2026-11-03', '2027-01-01')
      .filter(({ usageType }) => usageType.endsWith('m6i.2xlarge'))
      .reduce((sum, { listCost }) => sum + listCost / 1e6, 0);
    expect(total(data[0])).toBeGreaterThan(0.99 * nodes);
    expect(total(data[0])).toBeLessThan(1.01 * nodes);
    expect(data[0].__idle__.totalCost).toBeGreaterThan(0.1 * nodes);
    expect(data[0].orders).toMatchObject({
      properties: { cluster: 'mini-org', labels: { app: 'orders' } },
      minutes: 1440,
      window: { start: '2026-11-03T00:00:00.000Z' },
    });
    expect(data[0].orders.cpuEfficiency).toBeGreaterThan(0);
    expect(data[0].orders.cpuEfficiency).toBeLessThan(1);
  });

  it('gives the same in sum, however it is cut', async () => {
    const sums = [];
    const queries: Record<string, string>[] = [
      { aggregate: 'namespace' },
      { aggregate: 'namespace,label:team' },
      { aggregate: 'label:app', accumulate: 'true' },
      { aggregate: 'cluster', step: '6h' },
    ];
    for (const query of queries) {
      const { data } = await ask({ window: WINDOW, ...query });
      sums.push(data.reduce((sum, lines) => sum + total(lines), 0));
    }
    for (const sum of sums) expect(sum).toBeCloseTo(sums[0], 6);
  });

  it('calls what has no such label unallocated', async () => {
    const { data } = await ask({ window: WINDOW, aggregate: 'label:customer' });
    expect(Object.keys(data[0])).toEqual(['__unallocated__']);
  });

  it.each([
    [{ window: 'soon' }, "Invalid 'window' parameter: soon"],
    [{ window: WINDOW, aggregate: 'colour' }, "Invalid 'aggregate'"],
    [{ window: WINDOW, step: 'x' }, "Invalid 'step'"],
  ])('refuses %j', async (query, message) => {
    const answer = await ask(query as Record<string, string>);
    expect(answer.status).toBe(400);
    expect(answer.message).toContain(message);
  });
});
