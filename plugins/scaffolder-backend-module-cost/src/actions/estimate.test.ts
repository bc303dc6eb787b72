import type { JsonObject } from '@backstage/types';
import type { CostEstimate } from '@portico/plugin-cost-common';
import { FakePlugin } from '@portico/plugin-flows-node/testUtils';
import { StepRunner } from '@portico/plugin-flows-test-utils';
import { CostClient } from '../estimate/CostClient';
import { createEstimateAction } from './estimate';

const ORDERS = 'component:default/orders';

const estimate: CostEstimate = {
  currency: 'USD',
  monthly: '115.87',
  asOf: '2026-11-01',
  lines: [
    {
      title: 'PostgreSQL database',
      monthly: '114.38',
      detail: '20 GiB',
      note: 'list',
    },
    { title: 'Workload', monthly: '1.49', note: 'list' },
  ],
  unknown: [],
};

let plugin: FakePlugin;

beforeEach(async () => {
  plugin = await FakePlugin.start();
  plugin.reset(estimate);
});
afterEach(() => plugin.stop());

async function run(input: JsonObject) {
  const action = createEstimateAction({ cost: new CostClient(plugin.access) });
  const { error, outputs, log } = await new StepRunner().run(
    action as never,
    input,
  );
  const plain = (text: string) => text.replaceAll('\u00a0', ' ');
  const told: Record<string, unknown> = {
    ...outputs,
    ...(outputs.text ? { text: plain(String(outputs.text)) } : {}),
  };
  return { error, log: log.map(plain), outputs: told };
}

describe('cost:estimate', () => {
  it('tells what it costs and gives it to later steps', async () => {
    const { error, outputs, log } = await run({
      items: ['workload', ['database'], { item: 'cache', count: 2 }],
      environment: 'dev',
    });
    expect(error).toBeUndefined();
    expect(plugin.asked).toEqual([
      {
        url: '/api/cost/estimate',
        body: {
          items: [
            { item: 'workload', environment: 'dev' },
            { item: 'database', environment: 'dev' },
            { item: 'cache', count: 2, environment: 'dev' },
          ],
        },
      },
    ]);
    expect(log).toEqual([
      'PostgreSQL database  114.38  20 GiB',
      'Workload               1.49',
      'Total, USD a month   115.87',
      expect.stringContaining('115.87 USD a month, estimated'),
    ]);
    expect(outputs).toEqual({
      monthly: '115.87',
      currency: 'USD',
      text: '115.87 USD a month, estimated at list prices of 1 November 2026',
      lines: estimate.lines,
    });
  });

  it('says what it does to the budget of the service', async () => {
    const entity = {
      monthlyBefore: '300',
      monthlyAfter: '415.87',
      budget: '400',
    };
    plugin.reset({ ...estimate, entity });
    const { outputs } = await run({ items: ['database'], entityRef: ORDERS });
    expect(outputs.text).toMatch(
      /\. orders: 300 USD a month now, 416 USD with it; budget 400 USD, over by 16 USD$/,
    );
  });

  it('says why nothing is said of the service', async () => {
    plugin.reset({ ...estimate, entityProblem: 'You may not see them.' });
    const { outputs } = await run({ items: ['database'], entityRef: ORDERS });
    expect(outputs.text).toMatch(/\. You may not see them\.$/);
  });

  it('names what has no price', async () => {
    plugin.reset({ ...estimate, unknown: ["the price list has no 'gpu'"] });
    const { outputs, log } = await run({ items: ['gpu'] });
    expect(log).toContain("Not in it: the price list has no 'gpu'");
    expect(outputs.text).toMatch(/^At least 115\.87 USD a month/);
  });

  it.each([
    [503, 'ServiceUnavailableError', 'The database is away.'],
    [403, 'NotAllowedError', 'Not for you.'],
  ])(
    'goes on without an estimate after a %s',
    async (status, name, message) => {
      plugin.fail(status, message, name);
      const { error, outputs, log } = await run({ items: ['database'] });
      expect(error).toBeUndefined();
      expect(outputs.lines).toEqual([]);
      expect(outputs).not.toHaveProperty('monthly');
      expect(outputs.text).toMatch(/^Estimate unknown: /);
      expect(outputs.text).toContain(message);
      expect(log[0]).toContain('the flow goes on');
    },
  );

  it('goes on where the cost plugin can not be reached, unless an estimate is required', async () => {
    const { asked } = plugin;
    await plugin.stop();
    const { error, outputs } = await run({ items: ['database'] });
    expect(error).toBeUndefined();
    expect(outputs.text).toMatch(/^Estimate unknown: /);
    const required = await run({ items: ['database'], required: true });
    expect(required.error?.message).toContain('does not go on');
    expect(asked).toEqual([]);
  });

  it('stops for what has no price, where an estimate is required', async () => {
    plugin.reset({ ...estimate, unknown: ["the price list has no 'gpu'"] });
    const { error } = await run({ items: ['gpu'], required: true });
    expect(error?.message).toContain("the price list has no 'gpu'");
  });
});
