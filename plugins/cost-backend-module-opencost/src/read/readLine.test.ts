import { ConfigReader } from '@backstage/config';
import { moneyToDecimal } from '@portico/plugin-cost-common';
import type { OpenCostLine } from '../client/OpenCostClient';
import { readOpenCostSettings } from '../config/readOpenCostSettings';
import { aggregateOf, readLine } from './readLine';
import { toAllocations } from './toAllocations';
import { toCostRows } from './toCostRows';

const [settings] = readOpenCostSettings(
  new ConfigReader({
    cost: {
      currency: 'EUR',
      tagKeys: ['app'],
      opencost: [
        {
          name: 'edge',
          url: 'https://opencost.example/model/',
          labels: ['customer'],
          environment: 'production',
        },
      ],
    },
  }),
);
/** As OpenCost answers by what `settings` group by. */
function line(name: string, more: Partial<OpenCostLine> = {}): OpenCostLine {
  return {
    name,
    window: { start: '2026-11-03T00:00:00Z' },
    cpuCost: 2,
    cpuEfficiency: 0.25,
    ramCost: 1,
    ramEfficiency: 1.5,
    ...more,
  };
}
const ORDERS = 'shop/deployment/orders/orders/staging/acme';
const read = (one: OpenCostLine) => readLine(one, settings);

it('groups by workload and by all labels that are kept', () => {
  expect(aggregateOf(settings).join()).toBe(
    'namespace,controllerKind,controller,label:app,label:environment,label:customer',
  );
  expect(settings.url).toBe('https://opencost.example/model');
});

it('reads names, costs with their corrections, and use up to what was asked for', () => {
  const use = read(
    line(ORDERS, {
      cpuCostAdjustment: -0.5,
      pvCost: 0.1,
      networkCost: 0.02,
      loadBalancerCost: 0.03,
      sharedCost: 0.4,
    }),
  );
  expect(use).toMatchObject({
    namespace: 'shop',
    controller: 'orders',
    service: 'orders',
    environment: 'staging',
    labels: { app: 'orders', environment: 'staging', customer: 'acme' },
  });
  // A quarter of 1.5, all of 1, and what is there whether it is used or not.
  expect(moneyToDecimal(use.used)).toBe('1.525');
  const rows = toCostRows(use, settings);
  expect(
    rows.map(it => `${it.serviceCategory} ${moneyToDecimal(it.billedCost)}`),
  ).toEqual([
    'Compute 2.5',
    'Storage 0.1',
    'Networking 0.05',
    'Management and Governance 0.4',
  ]);
  expect(rows[0]).toMatchObject({
    resourceId: 'edge/shop/deployment/orders',
    tags: { app: 'orders', customer: 'acme', namespace: 'shop' },
    billingCurrency: 'EUR',
  });
});

it('believes what a group has in common more than its name', () => {
  const use = read(
    line('shop/deployment:orders/app=orders/x', {
      properties: {
        namespace: 'shop',
        controllerKind: 'deployment',
        controller: 'orders',
        labels: { app: 'orders', environment: 'staging' },
      },
    }),
  );
  expect(use).toMatchObject({
    controller: 'orders',
    service: 'orders',
    environment: 'staging',
    labels: { app: 'orders', environment: 'staging' },
  });
  expect(
    read(line('shop/deployment/orders/app=orders/__unallocated__/x')).service,
  ).toBe('orders');
});

it('reads what has no labels, volumes of nobody, and what is idle', () => {
  expect(
    read(
      line(
        'shop/__unallocated__/__unallocated__/__unallocated__/__unallocated__/__unallocated__',
      ),
    ),
  ).toMatchObject({ namespace: 'shop', labels: {}, environment: 'production' });
  const lost = read(
    line('__unmounted__/__unallocated__/x', { cpuEfficiency: Number.NaN }),
  );
  expect(lost.namespace).toBeUndefined();
  expect(read(line('__idle__')).isIdle).toBe(true);
});

it('spreads what is idle over environments, to the billionth', () => {
  const { idle, workloads } = toAllocations(
    [
      read(line(ORDERS)),
      read(line('shop/deployment/cart/cart/__unallocated__/acme')),
      read(line('shop/deployment/mail/mail/__unallocated__/acme')),
      read(line('__idle__', { cpuCost: 1, ramCost: 0 })),
    ],
    settings,
  );
  expect(workloads).toHaveLength(3);
  expect(
    idle.map(it => `${it.environment} ${moneyToDecimal(it.idle)}`),
  ).toEqual(['staging 0.333333333', 'production 0.666666667']);
});

it('counts a cluster that is all idle', () => {
  const { idle } = toAllocations([read(line('__idle__'))], settings);
  expect(idle).toEqual([
    {
      day: '2026-11-03',
      cluster: 'edge',
      environment: undefined,
      idle: 3_000_000_000n,
    },
  ]);
});
