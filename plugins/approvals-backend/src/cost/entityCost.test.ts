import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { FakePlugin } from '@portico/plugin-flows-node/testUtils';
import { planned } from '../__testUtils__/requests';
import { startApprovals } from '../__testUtils__/startApprovals';
import { JONAS } from '../__testUtils__/world';
import { PluginEntityCosts, type EntityCosts } from './EntityCosts';
import { withEntityCost } from './withEntityCost';

const ORDERS = 'component:default/orders';
const known = { monthly: '410.60', currency: 'USD', through: '2026-11-19' };

describe('what an approval says of the whole entity', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const ask = async (costs: EntityCosts, costsShown = true) => {
    const knex = await databases.init('SQLITE_3');
    const approvals = await startApprovals(knex, { costs, costsShown });
    const { id } = await approvals.ask();
    const viewer = await approvals.viewer(JONAS);
    const { items } = await approvals.reader.list({ view: 'all' }, viewer);
    const { change } = await approvals.see(JONAS, id);
    return { cost: change.cost, listed: items[0].change.cost };
  };
  const costs = { of: async () => known };

  it('is what it costs now, and with the change, against its budget', async () => {
    const { cost, listed } = await ask(costs);
    expect(cost).toMatchObject({
      monthlyAfter: '301.60',
      entityMonthlyBefore: '410.60',
      entityMonthlyAfter: '525.00',
      entityMonthlyBudget: '400',
      entityKnownThrough: '2026-11-19',
    });
    expect(listed).not.toHaveProperty('entityMonthlyAfter');
  });

  it('is kept from whoever may not see its costs', async () => {
    const { cost } = await ask(costs, false);
    expect(cost).toEqual({
      ...planned().cost,
      entityMonthlyBudget: '400',
    });
  });

  it('is left out where nobody knows', async () => {
    const { cost } = await ask({ of: async () => undefined });
    expect(cost).toEqual({ ...planned().cost, entityMonthlyBudget: '400' });
  });

  it('is in one currency, and says whose budget it is', () => {
    const change = planned();
    const { cost } = withEntityCost(change, undefined, {
      ...known,
      budget: '450',
    });
    expect(cost?.entityMonthlyBudget).toBe('450');
    const euros = { amount: '300', currency: 'EUR' };
    const other = { ...known, currency: 'EUR' };
    expect(withEntityCost(change, euros, other)).toEqual(change);
  });
});

describe('the cost plugin', () => {
  let plugin: FakePlugin;
  beforeAll(async () => {
    plugin = await FakePlugin.start();
  });
  afterAll(() => plugin.stop());

  const read = async () => {
    const warnings: string[] = [];
    const cost = await new PluginEntityCosts({
      ...plugin.access,
      logger: mockServices.logger.mock({
        warn: text => {
          warnings.push(text);
        },
      }),
    }).of(ORDERS);
    return { cost, warnings };
  };

  it('is asked for forecast and budget', async () => {
    const entity = { monthlyBefore: '410.60', monthlyAfter: '410.60' };
    plugin.reset({ currency: 'USD', entity });
    expect((await read()).cost).toEqual({
      monthly: '410.60',
      currency: 'USD',
    });
    expect(plugin.asked).toEqual([
      { url: '/api/cost/estimate', body: { items: [], entityRef: ORDERS } },
    ]);
  });

  it('may fail without an approval failing', async () => {
    plugin.fail(500, 'No database.');
    expect(await read()).toEqual({
      cost: undefined,
      warnings: [
        `What ${ORDERS} costs could not be read; the approval is asked without: No database.`,
      ],
    });
  });
});
