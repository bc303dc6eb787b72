import type { Entity } from '@backstage/catalog-model';
import type { CostRow } from '@portico/plugin-cost-node';
import { row } from '../../__testUtils__/FakeBill';
import { entity } from '../../__testUtils__/startCost';
import { daysFrom } from '../../store/days';

const group = (name: string) => `group:default/${name}`;
const system = (name: string) => `system:default/${name}`;
const component = (name: string) => `component:default/${name}`;

function owned(
  kind: string,
  name: string,
  owner: string,
  relations: [string, string][] = [],
): Entity {
  return entity(kind, name, {
    relations: [['ownedBy', group(owner)], ...relations],
  });
}

/**
 * Four teams and three systems. *ledger* is platform's and belongs to a system of payments; *orders-worker* is a part
 * of *orders*; only *orders* depends on *orders-db*, two on *shared-db*.
 */
export const ENTITIES: readonly Entity[] = [
  ...['commerce', 'payments', 'data', 'platform'].map(name =>
    entity('Group', name),
  ),
  owned('Domain', 'shop', 'commerce'),
  owned('System', 'storefront', 'commerce', [
    ['partOf', 'domain:default/shop'],
  ]),
  owned('System', 'billing', 'payments', [['partOf', 'domain:default/shop']]),
  owned('System', 'lake', 'data'),
  owned('Component', 'orders', 'commerce', [['partOf', system('storefront')]]),
  owned('Component', 'orders-worker', 'commerce', [
    ['partOf', component('orders')],
  ]),
  owned('Component', 'cart', 'commerce', [['partOf', system('storefront')]]),
  owned('Component', 'payouts', 'payments', [['partOf', system('billing')]]),
  owned('Component', 'ledger', 'platform', [['partOf', system('billing')]]),
  owned('Component', 'ingest', 'data', [['partOf', system('lake')]]),
  owned('Component', 'tool', 'platform'),
  owned('Resource', 'orders-db', 'commerce', [
    ['partOf', system('storefront')],
    ['dependencyOf', component('orders')],
  ]),
  owned('Resource', 'shared-db', 'payments', [
    ['partOf', system('billing')],
    ['dependencyOf', component('payouts')],
    ['dependencyOf', component('cart')],
  ]),
];

/** Who is told of what: everything that engineers of a team may see, as a person would say it. */
export const VISIBLE: Record<string, readonly string[]> = {
  commerce: [
    ...['orders', 'orders-worker', 'cart'].map(component),
    'resource:default/orders-db',
    system('storefront'),
    'domain:default/shop',
    group('commerce'),
  ],
  payments: [
    ...['payouts', 'ledger'].map(component),
    'resource:default/shared-db',
    system('billing'),
    group('payments'),
  ],
  data: [component('ingest'), system('lake'), group('data')],
  platform: [...['ledger', 'tool'].map(component), group('platform')],
};

export const RULES = [
  {
    name: 'network',
    when: 'service=NAT',
    split: {
      shares: { 'component:orders': 2, 'component:payouts': 1 },
    },
  },
  { name: 'seats', when: 'provider=Seats', entity: 'component:tool' },
];

/**
 * Two months of a bill, in amounts that don't divide. Each service has its own customers, so that rows, amounts and
 * values of labels can be told apart.
 *
 * @param factor how much more what a tag names costs, by service; `''` for what names none
 */
export function billRows(
  factor: (service: string) => number = () => 1,
): CostRow[] {
  const rows: CostRow[] = [];
  daysFrom('2026-10-01', '2026-11-19').forEach((day, at) => {
    const add = (service: string, cost: number, part: Partial<CostRow> = {}) =>
      rows.push(
        row({
          day,
          cost: (
            (cost + at * 0.0137 + rows.length * 1e-6) *
            factor(service)
          ).toFixed(9),
          subAccountId: '111',
          subAccountName: 'production',
          tags: {
            ...(service && { service }),
            environment: at % 3 ? 'production' : 'staging',
            customer: `customer of ${service || 'nobody'}`,
          },
          ...part,
        }),
      );
    const database = {
      serviceName: 'Amazon RDS',
      serviceCategory: 'Databases' as const,
    };
    add('orders', 3.21, { resourceId: 'i-orders' });
    add('orders', 1.07, {
      resourceId: 'arn:aws:s3:::orders-files',
      serviceName: 'Amazon S3',
      serviceCategory: 'Storage',
    });
    add('orders-worker', 0.77, { resourceId: 'i-worker' });
    add('orders-db', 4.5, { ...database, resourceId: 'db-orders' });
    add('shared-db', 2.9, { ...database, resourceId: 'db-shared' });
    add('cart', 1.55, { resourceId: 'i-cart' });
    add('payouts', 2.02, { resourceId: 'i-payouts' });
    add('ledger', 5.13, { resourceId: 'i-ledger', subAccountId: '222' });
    add('ingest', 7.7, { resourceId: 'i-ingest', subAccountId: '222' });
    add('lake-raw', 1.9, { resourceId: 'i-lake' });
    add('', 2.4, { resourceId: 'i-loose' });
    add('', 1.1, { serviceName: 'NAT', serviceCategory: 'Networking' });
    if (day.endsWith('-01')) {
      add('', 600, {
        providerName: 'Seats',
        billingAccountId: 'seats',
        serviceName: 'Seats',
        serviceCategory: 'Developer Tools',
        tags: {},
      });
    }
  });
  return rows;
}
