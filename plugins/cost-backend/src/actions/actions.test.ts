import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import type {
  AnomalyView,
  CostBasis,
  EntityCost,
  UnattributedCost,
} from '@portico/plugin-cost-common';
import {
  personOf,
  startRead,
  type Role,
} from '../read/__testUtils__/startRead';
import { registerActions } from './registerActions';

jest.setTimeout(240_000);

const anomaly = (
  entityRef: string | undefined,
  title: string,
): AnomalyView => ({
  id: title,
  entityRef,
  title,
  since: '2026-11-12',
  excess: '12.00',
  factor: 3,
  because: 'Two instances began.',
  links: [],
  days: ['2026-11-12'],
  amounts: ['18.00'],
  usual: '6.00',
  state: title === 'known' ? 'resolved' : 'open',
});

const ANOMALIES = [
  anomaly('component:default/orders', 'orders'),
  anomaly('component:default/ingest', 'ingest'),
  anomaly('component:default/cart', 'known'),
  anomaly(undefined, 'nobody'),
];

/** What actions answer, as far as the test looks at it. */
interface Told {
  answer: string;
  basis: CostBasis;
  cost: EntityCost;
  items: AnomalyView[];
  unattributed: UnattributedCost;
}

describe('what assistants may ask of costs', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let ask: (role: Role, name: string, input: object) => Promise<Told>;

  beforeAll(async () => {
    const read = await startRead(await databases.init('SQLITE_3'), {
      budgets: {
        'group:default/payments': { amount: 100n * 10n ** 9n, from: 'config' },
      },
    });
    const actionsRegistry = actionsRegistryServiceMock();
    registerActions({
      actionsRegistry,
      read: read.read,
      findings: {
        anomaliesThat: async may =>
          ANOMALIES.filter(({ entityRef }) => may(entityRef)),
      },
      subjects: read.context.subjects,
    });
    ask = async (role, name, input) => {
      const { output } = await actionsRegistry.invoke({
        id: `test:${name}`,
        input: { ...input },
        credentials: mockCredentials.user(personOf(role)),
      });
      return output as unknown as Told;
    };
  });

  it('says what team payments costs, and what changed', async () => {
    const { answer, cost } = await ask('payments', 'get-entity-cost', {
      entityRef: 'team payments',
    });
    expect(cost.entityRef).toBe('group:default/payments');
    expect(answer.replaceAll('\u00a0', ' ')).toMatch(
      /^group:default\/payments costs [\d,.]+ USD in 2026-11 \(amortised, USD; bills to 19 November 2026; .*collected 2026-11-.*\)\. On the same days of 2026-10 it was [\d,.]+ USD: \+\d.* %\. Forecast for the month: [\d,]+ USD, between .*Its budget is 100 USD a month: .*What changed most: .*\./,
    );
    expect(answer).toContain(
      Number(cost.standing.toDate).toLocaleString('en-US', {
        minimumFractionDigits: 2,
      }),
    );
    expect(cost).not.toHaveProperty('chart');
  });

  it.each([
    ['component:default/orders', 'component:default/orders'],
    ['orders', 'component:default/orders'],
    ['system storefront', 'system:default/storefront'],
    ['Service cart', 'component:default/cart'],
  ])('knows who is meant by %s', async (entityRef, ref) => {
    const { cost } = await ask('finance', 'get-entity-cost', { entityRef });
    expect(cost.entityRef).toBe(ref);
  });

  it.each<[Role, string, string]>([
    ['commerce', 'team data', 'is shown to those who own it'],
    ['guest', 'orders', 'none of your groups'],
    ['finance', 'nothing', "There is no 'nothing' in the catalog"],
    ['finance', 'component:default/nothing', 'There is no'],
  ])('%s is refused %s', async (role, entityRef, why) => {
    await expect(ask(role, 'get-entity-cost', { entityRef })).rejects.toThrow(
      why,
    );
  });

  it.each<[Role, object, string[]]>([
    ['finance', {}, ['orders', 'ingest', 'known', 'nobody']],
    ['finance', { openOnly: true, limit: 1 }, ['orders']],
    ['finance', { entityRef: 'team commerce' }, ['orders', 'known']],
    ['commerce', {}, ['orders', 'known']],
    ['commerce', { entityRef: 'ingest' }, []],
  ])('tells %s with %j of %j', async (role, input, titles) => {
    const { items, basis, answer } = await ask(role, 'find-anomalies', input);
    expect(items.map(({ title }) => title)).toEqual(titles);
    expect(basis.currency).toBe('USD');
    expect(answer).toMatch(/bills to 19 November 2026/);
  });

  it('says what is nobody’s, to those who see the whole bill', async () => {
    const { answer, unattributed, items } = await ask(
      'finance',
      'get-unattributed',
      { limit: 1 },
    );
    expect(items).toHaveLength(1);
    expect(unattributed.causes.length).toBeGreaterThan(1);
    expect(answer).toMatch(/of the bill, is nobody's \(amortised, USD; /);
    await expect(ask('commerce', 'get-unattributed', {})).rejects.toThrow(
      'The whole bill is shown to finance',
    );
  });
});
