import {
  moneyToDecimal,
  parseMoney,
  roundMoney,
} from '@portico/plugin-cost-common';
import type {
  Breakdown,
  CostResources,
  CostSummary,
  EntityCost,
  OrganisationCost,
} from '@portico/plugin-cost-common';
import { createTestDatabases } from '../__testUtils__/startCost';
import { startRead } from './__testUtils__/startRead';
import { billRows, VISIBLE } from './__testUtils__/world';

const databases = createTestDatabases();
jest.setTimeout(240_000);

const TEAMS = Object.keys(VISIBLE);
const BY = [
  'owner',
  'system',
  'domain',
  'component',
  'provider',
  'account',
].concat(['category', 'service', 'environment', 'label:customer']);
const KINDS = ['component', 'resource', 'system', 'domain', 'group'];

/** What a person of the team would add up with the bill in hand: amounts of November by the one who pays. */
function expectedFor(team: string): string {
  const pays: Record<string, string> = { 'orders-db': 'orders' };
  const seen = new Set(VISIBLE[team].map(ref => ref.split('/')[1]));
  let sum = 0n;
  for (const {
    day,
    effectiveCost,
    providerName,
    serviceName,
    tags,
  } of billRows()) {
    if (!day.startsWith('2026-11')) continue;
    if (providerName === 'Seats') {
      if (seen.has('tool')) sum += effectiveCost;
    } else if (serviceName === 'NAT') {
      if (seen.has('orders')) sum += (effectiveCost * 2n) / 3n;
      if (seen.has('payouts')) sum += effectiveCost / 3n;
    } else if (seen.has(pays[tags.service] ?? tags.service)) {
      sum += effectiveCost;
    }
  }
  return moneyToDecimal(roundMoney(sum, 2));
}

const cents = (amounts: string[]) =>
  moneyToDecimal(amounts.reduce((sum, it) => sum + parseMoney(it), 0n));

describe.each(databases.eachSupportedId())('Rights on %s', databaseId => {
  it.each(TEAMS)(
    'adds up for %s what their team and its systems cost, on every route',
    async team => {
      const { get, post } = await startRead(await databases.init(databaseId));
      const expected = expectedFor(team);
      const { body }: { body: OrganisationCost } = await get(
        team,
        '/organisation',
      );
      expect(moneyToDecimal(parseMoney(body.standing.toDate))).toBe(expected);
      expect(body).toMatchObject({ scope: 'mine' });
      expect(body).not.toHaveProperty('unattributed');
      expect(body).not.toHaveProperty('reconciliation');
      for (const by of BY) {
        const { body: table }: { body: Breakdown } = await get(
          team,
          `/breakdown?by=${by}`,
        );
        expect([by, cents(table.rows.map(it => it.standing.toDate))]).toEqual([
          by,
          expected,
        ]);
        expect(table.rows.map(({ id }) => id)).not.toContain('unattributed');
      }
      const refs = TEAMS.flatMap(it => VISIBLE[it]);
      const summaries: { body: { items: CostSummary[] } } = await post(
        team,
        '/summaries',
        { entityRefs: refs },
      );
      const seen = summaries.body.items.map(it => it.entityRef);
      expect(seen).toEqual(expect.arrayContaining([...VISIBLE[team]]));
      const own = await get(team, `/entity/group/default/${team}`);
      expect(own.body.hidden).toBe(0);
    },
  );

  it('shows the parts of a system that are theirs, and says how many are not', async () => {
    const { get } = await startRead(await databases.init(databaseId), {
      budgets: {
        'system:default/billing': { amount: 100n, from: 'config' },
        'component:default/ledger': {
          amount: parseMoney('10'),
          from: 'config',
        },
      },
    });
    const path = '/entity/system/default/billing';
    const mine: { body: EntityCost } = await get('platform', path);
    expect(mine.body.covers).toEqual(['component:default/ledger']);
    expect(mine.body.hidden).toBe(2);
    expect(mine.body.standing).not.toHaveProperty('budget');
    const ledger = await get('platform', '/entity/component/default/ledger');
    expect(mine.body.standing.toDate).toBe(ledger.body.standing.toDate);
    expect(ledger.body.standing.budget).toMatchObject({ state: 'over' });
    const whole: { body: EntityCost } = await get('payments', path);
    expect(whole.body.hidden).toBe(0);
    expect(whole.body.standing.budget).toBeDefined();
  });

  it.each([
    ['commerce', '/entity/component/default/ledger'],
    ['commerce', '/entity/component/default/ledger/resources'],
    ['data', '/entity/system/default/storefront'],
    ['data', '/export?entityRef=component:default/orders'],
    ['commerce', '/unattributed'],
    ['commerce', '/unattributed/items'],
    ['commerce', '/reconciliation'],
    ['guest', '/organisation'],
    ['guest', '/breakdown'],
    ['guest', '/export'],
    ['guest', '/entity/component/default/orders'],
  ])('refuses %s %s, and says who may see it', async (role, path) => {
    const { get } = await startRead(await databases.init(databaseId), {
      rows: [],
    });
    const { body, status } = await get(role, path);
    expect(status).toBe(403);
    expect(body.error.message).toMatch(/finance/);
  });

  it('answers the same, whatever others cost', async () => {
    const team = 'commerce';
    const seen = VISIBLE[team].map(ref => ref.split('/')[1]);
    const answers = async (factor?: (service: string) => number) => {
      const { get, post } = await startRead(await databases.init(databaseId), {
        rows: billRows(factor).filter(
          // A split by shares takes nothing from others.
          ({ serviceName }) => serviceName !== 'NAT',
        ),
      });
      const paths = [
        ...BY.flatMap(by => [
          `/breakdown?by=${by}`,
          ...(by === 'owner' || by === 'provider' ? [] : []),
          `/organisation?by=${by}`,
        ]),
        '/breakdown?by=owner&within=group:default/commerce',
        '/breakdown?by=owner&within=group:default/platform',
        '/breakdown?by=owner&within=unattributed',
        '/breakdown?by=domain&within=domain:default/shop',
        '/breakdown?by=domain&within=domain:default/shop&within=system:default/billing',
        '/breakdown?by=provider&within=AWS&within=222',
        '/breakdown?by=category&within=Databases&within=Amazon%20RDS',
        '/export',
        '/export?format=focus&metric=billed',
        ...KINDS.flatMap(kind =>
          [...new Set(TEAMS.flatMap(it => VISIBLE[it]))]
            .filter(ref => ref.startsWith(`${kind}:`))
            .flatMap(ref => {
              const path = `/entity/${kind}/default/${ref.split('/')[1]}`;
              return [
                path,
                `${path}?by=resource`,
                `${path}?by=label:customer`,
                `${path}/resources?by=category&within=Compute`,
              ];
            }),
        ),
      ];
      const all = new Map<string, unknown>();
      for (const path of paths) {
        const { status, body, text } = await get(team, path);
        all.set(path, path.startsWith('/export') ? text : { status, body });
      }
      const refs = TEAMS.flatMap(it => VISIBLE[it]);
      all.set(
        'summaries',
        (await post(team, '/summaries', { entityRefs: refs })).body,
      );
      return all;
    };
    const before = await answers();
    const after = await answers(service => (seen.includes(service) ? 1 : 7));
    for (const [path, answer] of before) {
      expect([path, after.get(path)]).toEqual([path, answer]);
    }
  });

  it('opens a row of what is theirs to resources that add up to it', async () => {
    const { get } = await startRead(await databases.init(databaseId));
    const path = '/entity/system/default/storefront';
    const { body: cost }: { body: EntityCost } = await get('commerce', path);
    expect(cents(cost.rows.map(it => it.amount))).toBe(
      moneyToDecimal(parseMoney(cost.standing.toDate)),
    );
    for (const { id, amount } of cost.rows) {
      const { body: opened }: { body: CostResources } = await get(
        'commerce',
        `${path}/resources?by=category&within=${encodeURIComponent(id)}`,
      );
      expect([id, opened.total]).toEqual([id, amount]);
      expect(cents(opened.items.map(it => it.amount))).toBe(
        moneyToDecimal(parseMoney(amount)),
      );
    }
  });
});
