import { mockServices } from '@backstage/backend-test-utils';
import type { ConfigReader } from '@backstage/config';
import { readCostConfig } from './CostConfig';

type Data = NonNullable<ConstructorParameters<typeof ConfigReader>[0]>;

function read(cost?: Data) {
  return readCostConfig(
    mockServices.rootConfig({ data: cost ? { cost } : {} }),
  );
}

describe('the section cost', () => {
  it('says something sensible where it is absent', () => {
    expect(read()).toMatchObject({
      currency: 'USD',
      tagKeys: ['service'],
      environmentTag: 'environment',
      unattributedGoal: 0.1,
      backfillMonths: 13,
      everyHours: 6,
      rules: [],
      budgets: [],
      unitCosts: [],
    });
  });

  it('reads rules of each kind, with references in short', () => {
    const { rules } = read({
      rules: [
        {
          name: 'NAT',
          when: ['service=EC2 - Other', 'resource=*natgateway*'],
          split: { inProportion: ['orders', 'system:default/shop'] },
        },
        { when: 'provider=Datadog', entity: 'group:default/platform' },
        { when: 'tag:app=*', tag: 'tag:app' },
        { name: 'Support', when: 'provider=AWS', split: { evenly: 'all' } },
        {
          name: 'Seats',
          when: 'provider=GitHub',
          split: { shares: { orders: 2, 'group:default/data': 1.5 } },
        },
        {
          name: 'Cluster',
          when: 'tag:cluster=main && region=eu-west-1',
          split: { byCluster: 'main', idle: 'shared' },
        },
        { name: 'Shared somehow', when: 'account=shared' },
      ],
    });
    expect(rules).toMatchObject([
      {
        name: 'NAT',
        when: [
          { on: 'service', value: 'EC2 - Other' },
          { on: 'resource', value: '*natgateway*' },
        ],
        split: {
          by: 'cost',
          among: ['component:default/orders', 'system:default/shop'],
        },
      },
      { name: 'provider=Datadog', entityRef: 'group:default/platform' },
      { tag: 'app' },
      { split: { by: 'even', among: 'all' } },
      {
        split: {
          by: 'share',
          shares: { 'component:default/orders': 2, 'group:default/data': 1.5 },
        },
      },
      {
        when: [
          { on: 'tag', key: 'cluster', value: 'main' },
          { on: 'region', value: 'eu-west-1' },
        ],
        split: { by: 'allocation', cluster: 'main', idleShared: true },
      },
      { name: 'Shared somehow' },
    ]);
    expect(rules.at(-1)).not.toHaveProperty('split');
  });

  it.each([
    [
      { rules: [{ when: 'Datadog' }] },
      "cost.rules: 'Datadog': portico/cost-selector: 'Datadog' is no condition",
    ],
    [
      { rules: [{ when: 'provider=A, provider=B' }] },
      'a rule for each alternative',
    ],
    [{ rules: [{ name: 'x' }] }, 'is not one condition'],
    [
      {
        rules: [{ when: 'provider=A', entity: 'a', split: { evenly: 'all' } }],
      },
      'say only one of entity, tag and split',
    ],
    [{ rules: [{ when: 'provider=A', split: {} }] }, 'split is one of'],
    [
      { rules: [{ when: 'provider=A', split: { shares: { a: -1 } } }] },
      'the share of a is -1',
    ],
    [
      {
        rules: [
          { when: 'provider=A', split: { byCluster: 'a', idle: 'gone' } },
        ],
      },
      "idle is 'gone'",
    ],
    [
      { rules: [{ when: 'provider=A' }, { when: 'provider=A' }] },
      "'provider=A' is there twice",
    ],
    [{ backfillMonths: 0 }, "'backfillMonths' is 0; it must be from 1 to 60"],
    [
      { rates: [{ currency: 'EUR', from: 'May', rate: '1' }] },
      'write the day as YYYY-MM-DD',
    ],
  ])('refuses %j', (cost, message) => {
    expect(() => read(cost)).toThrow(message);
  });
});
