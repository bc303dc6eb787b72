import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  costExtensionPoint,
  dayAfter,
  type UnitCount,
} from '@portico/plugin-cost-node';
import { readPrometheusServers } from '@portico/plugin-prometheus-node';
import { createSandbox, type Sandbox } from '@portico/sandbox';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readUnits } from './config/readUnits';
import { costModulePrometheus } from './module';
import { OwnUnits } from './OwnUnits';
import { RequestUnits } from './RequestUnits';

jest.setTimeout(240_000);

const { signal } = new AbortController();
const subject = (name: string, annotations = {}) => ({
  entityRef: `component:default/${name}`,
  name,
  annotations,
});
const today = new Date().toISOString().slice(0, 10);
const SLICE = { from: dayAfter(today, -3), to: dayAfter(today, -1) };

describe('Prometheus of the sandbox', () => {
  let dataDir: string;
  let sandbox: Sandbox;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'units-'));
    sandbox = await createSandbox({
      dataDir,
      ports: 'free',
      only: ['prometheus'],
    });
  });
  afterAll(async () => {
    await sandbox.stop();
    await rm(dataDir, { recursive: true });
  });

  const config = (cost: object = {}) =>
    new ConfigReader({
      cost: cost as never,
      health: {
        prometheus: {
          instances: [
            {
              name: 'mini-org',
              url: sandbox.urls.prometheus,
            },
          ],
        },
      },
    });
  const of = (counts: UnitCount[], name: string) =>
    counts
      .filter(it => it.entityRef === `component:default/${name}`)
      .sort((a, b) => (a.day < b.day ? -1 : 1));

  it('counts the requests of each service and day, by its own selector and preset', async () => {
    const counts = await new RequestUnits(readPrometheusServers(config())).pull(
      SLICE,
      {
        signal,
        subjects: [
          subject('orders'),
          subject('shop', { 'portico/metrics-selector': 'service="orders"' }),
          subject('broken', { 'portico/metrics-selector': 'service=' }),
          subject('unheard-of'),
        ],
      },
    );
    const orders = of(counts, 'orders');
    expect(orders.map(it => it.day)).toEqual([
      SLICE.from,
      dayAfter(SLICE.from),
      SLICE.to,
    ]);
    expect(orders.every(it => Number(it.count) > 1000)).toBe(true);
    expect(of(counts, 'shop').map(it => it.count)).toEqual(
      orders.map(it => it.count),
    );
    expect(of(counts, 'broken')).toEqual([]);
    expect(of(counts, 'unheard-of')).toEqual([]);
  });

  it('counts what an own query counts', async () => {
    const cost = {
      prometheus: {
        units: [
          {
            unit: 'answers',
            query:
              'sum by (service) (increase(http_server_request_duration_seconds_count{environment="production"}[1d]))',
          },
        ],
      },
    };
    const servers = readPrometheusServers(config());
    const [own] = readUnits(config(cost), servers);
    const subjects = [subject('orders')];
    const counts = await new OwnUnits(own, servers).pull(SLICE, {
      signal,
      subjects,
    });
    expect(counts).toHaveLength(3);
    const requests = await new RequestUnits(servers).pull(SLICE, {
      signal,
      subjects,
    });
    expect(of(counts, 'orders')).toEqual(of(requests, 'orders'));
  });

  it('adds what is to be counted, and is quiet otherwise', async () => {
    const { health } = config().get<{ health: object }>();
    for (const [cost, units] of [
      [{}, []],
      [
        {
          unitCosts: [{ title: 'per request', unit: 'requests' }],
          prometheus: { units: [{ unit: 'orders', query: 'x' }] },
        },
        ['requests', 'orders'],
      ],
    ] as const) {
      const addUnitProvider = jest.fn();
      const backend = await startTestBackend({
        extensionPoints: [
          [
            costExtensionPoint,
            {
              addUnitProvider,
              addProvider: jest.fn(),
              addAllocationProvider: jest.fn(),
            },
          ],
        ],
        features: [
          costModulePrometheus,
          mockServices.rootConfig.factory({ data: { cost, health } as never }),
        ],
      });
      await backend.stop();
      expect(addUnitProvider.mock.calls.map(([it]) => it.unit)).toEqual(units);
    }
  });

  it.each([
    [[{ unit: 'requests', query: 'x' }], /counts it itself/],
    [[{ unit: 'a', query: 'x', instance: 'other' }], /Prometheus 'other'/],
  ])('refuses %j', (units, message) => {
    const all = config({ prometheus: { units } });
    expect(() => readUnits(all, readPrometheusServers(all))).toThrow(message);
  });
});
