import { mockServices } from '@backstage/backend-test-utils';
import type { TerraformPlan } from '@portico/plugin-approvals-node';
import type { PriceList } from '@portico/plugin-cost-common';
import { FakePlugin } from '@portico/plugin-flows-node/testUtils';
import { describePlan } from '../plan/describePlan';
import { Redactor } from '../report/Redactor';
import { PriceListCosts } from './PriceListCosts';

const list: PriceList = {
  currency: 'USD',
  asOf: '2026-11-01',
  source: 'AWS list prices',
  free: ['aws_ssm_parameter'],
  items: [
    {
      id: 'database',
      title: 'Database',
      sizes: [
        { id: 'micro', monthly: '14.38', environments: {} },
        { id: 'large', monthly: '96.87', environments: {} },
      ],
      terraform: {
        type: 'aws_db_instance',
        size: 'instance_class',
        factors: [],
        extras: [],
      },
    },
  ],
};

/** A plan that makes the database larger, and leaves a load balancer as it is. */
const plan = (more: TerraformPlan['resource_changes'] = []): TerraformPlan => ({
  resource_changes: [
    {
      address: 'aws_db_instance.main',
      mode: 'managed',
      type: 'aws_db_instance',
      name: 'main',
      change: {
        actions: ['update'],
        before: { instance_class: 'micro' },
        after: { instance_class: 'large' },
      },
    },
    {
      address: 'aws_lb.main',
      mode: 'managed',
      type: 'aws_lb',
      name: 'main',
      change: { actions: ['no-op'], before: {}, after: {} },
    },
    ...more,
  ],
});

let plugin: FakePlugin;
beforeAll(async () => {
  plugin = await FakePlugin.start();
});
beforeEach(() => plugin.reset(list));
afterAll(() => plugin.stop());

async function shown(
  json: TerraformPlan,
  monthlyCost?: { before: number; after: number; currency: string },
) {
  const log: string[] = [];
  const write = (line: string) => {
    log.push(line);
  };
  const { cost } = await describePlan({
    json,
    monthlyCost,
    where: { environment: 'production' },
    plan: { id: 'run-1', plannedAt: '2026-11-20T14:00:00Z', fresh: true },
    context: {
      redactor: new Redactor([]),
      logger: mockServices.logger.mock({ info: write, warn: write }),
      costs: new PriceListCosts(plugin.access),
    },
  });
  return { cost, log };
}

describe('a plan without an estimate of HCP Terraform', () => {
  it('is estimated by the price list, and says so', async () => {
    const { cost } = await shown(plan());
    expect(cost).toEqual({
      monthlyBefore: '14.38',
      monthlyAfter: '96.87',
      currency: 'USD',
      source:
        'Estimated by the price list of the portal, for what changes: AWS list prices, 1 November 2026',
      fromPriceList: true,
    });
  });

  it('has no cost where one of its resources has no price', async () => {
    const { cost, log } = await shown(
      plan([
        {
          address: 'aws_lb.more',
          mode: 'managed',
          type: 'aws_lb',
          name: 'more',
          change: { actions: ['create'], before: null, after: {} },
        },
      ]),
    );
    expect(cost).toBeUndefined();
    expect(log).toEqual([
      'What the plan costs is not known: the price list has no price for aws_lb.more',
    ]);
  });

  it.each([
    [404, 0],
    [500, 1],
  ])(
    'has no cost where the list answers %i, and goes on',
    async (status, told) => {
      plugin.fail(status, 'No list.');
      const { cost, log } = await shown(plan());
      expect(cost).toBeUndefined();
      expect(log).toHaveLength(told);
    },
  );
});

it('leaves what HCP Terraform has estimated', async () => {
  const hcp = { before: 0, after: 12.5, currency: 'USD' };
  const { cost } = await shown(plan(), hcp);
  expect(cost).toMatchObject({
    monthlyAfter: '12.50',
    source: expect.stringContaining('HCP Terraform'),
  });
  expect(plugin.asked).toEqual([]);
});
