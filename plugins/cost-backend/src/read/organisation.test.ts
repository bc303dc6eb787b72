import { parseMoney } from '@portico/plugin-cost-common';
import type { Breakdown, BreakdownRow } from '@portico/plugin-cost-common';
import { row } from '../__testUtils__/FakeBill';
import { createTestDatabases } from '../__testUtils__/startCost';
import { daysFrom } from '../store/days';
import { startRead } from './__testUtils__/startRead';

const databases = createTestDatabases();
jest.setTimeout(240_000);

/** Each day: orders 10, cart 5, payouts 8, lake-raw 4 (a name that nobody has), 1 without a tag, 3 of an account in euros. */
const ROWS = daysFrom('2026-10-01', '2026-11-19').flatMap(day => [
  row({
    day,
    cost: '10',
    tags: { service: 'orders', customer: 'acme' },
    resourceId: 'i-1',
    subAccountId: '111',
    subAccountName: 'production',
  }),
  row({ day, cost: '5', tags: { service: 'cart' }, resourceId: 'i-2' }),
  row({ day, cost: '8', tags: { service: 'payouts', customer: 'acme' } }),
  row({
    day,
    cost: '4',
    tags: { service: 'lake-raw' },
    resourceId: 'arn:aws:s3:::lake',
    subAccountId: '222',
    subAccountName: "data's",
  }),
  row({ day, cost: '1', resourceId: 'i-3', subAccountId: '222' }),
  row({
    day,
    cost: '3',
    providerName: 'Azure',
    billingAccountId: '2',
    serviceName: 'Virtual Machines',
    billingCurrency: 'EUR',
    tags: { service: 'ingest' },
  }),
]);
const RATES = [{ currency: 'EUR', from: '2026-01-01', rate: '1.1' }];

describe.each(databases.eachSupportedId())(
  'The organisation on %s',
  databaseId => {
    const start = async (options: Parameters<typeof startRead>[1] = {}) =>
      startRead(await databases.init(databaseId), {
        rows: ROWS,
        config: { rates: RATES },
        ...options,
      });
    const amounts = ({ rows }: Breakdown) =>
      rows.map((it: BreakdownRow) => [it.id, it.standing.toDate, it.next]);

    it('tells the whole bill, and that its parts are it', async () => {
      const { get } = await start({
        budgets: {
          organisation: { amount: parseMoney('800'), from: 'config' },
          'group:default/commerce': {
            amount: parseMoney('250'),
            from: 'config',
          },
        },
      });
      const { body } = await get('finance', '/organisation');
      // 31.3 a day.
      expect(body).toMatchObject({
        scope: 'all',
        basis: { converted: ['EUR'], problems: [] },
        standing: {
          toDate: '594.70',
          before: { amount: '594.70', change: 0 },
          budget: { state: 'heading-over' },
        },
        counts: { budgetsOver: 1, budgetsNear: 0, anomaliesOpen: 0 },
        unattributed: { amount: '95.00', share: 0.159744, goal: 0.1 },
        reconciliation: {
          attributed: '499.70',
          shared: '0.00',
          unattributed: '95.00',
          bill: '594.70',
          exact: true,
          estimated: '0.00',
          providers: [
            { provider: 'AWS', amount: '532.00' },
            { provider: 'Azure', amount: '62.70' },
          ],
        },
      });
      expect(body.verdict.headline).toMatch(/^November is heading/);
      expect(body.verdict.detail.replaceAll('\u00a0', ' ')).toBe(
        'Commerce is over its budget; 16 % of the bill has no owner.',
      );
      expect(
        body.chart.series.map((it: { id: string; amounts: string[] }) => [
          it.id,
          it.amounts[0],
        ]),
      ).toEqual([
        ['group:default/commerce', '15.00'],
        ['group:default/payments', '8.00'],
        ['group:default/data', '3.30'],
        ['unattributed', '5.00'],
      ]);
    });

    it('breaks it down from teams to resources, level by level', async () => {
      const { get } = await start();
      const teams = await get('finance', '/breakdown');
      expect(amounts(teams.body)).toEqual([
        ['group:default/commerce', '285.00', 'component'],
        ['group:default/payments', '152.00', 'component'],
        ['group:default/data', '62.70', 'component'],
        ['unattributed', '95.00', 'cause'],
      ]);
      expect(teams.body.total).toMatchObject({
        title: 'The bill',
        standing: { toDate: '594.70' },
      });
      expect(teams.body.rows[0].months).toHaveLength(13);
      expect(teams.body.rows[0].months[11]).toBe('465.00');
      const within = 'within=group:default/commerce';
      const parts = await get('finance', `/breakdown?by=owner&${within}`);
      expect(amounts(parts.body)).toEqual([
        ['component:default/orders', '190.00', 'resource'],
        ['component:default/cart', '95.00', 'resource'],
      ]);
      const leaves = await get(
        'finance',
        `/breakdown?by=owner&${within}&within=component:default/orders`,
      );
      expect(amounts(leaves.body)).toEqual([['i-1', '190.00', undefined]]);
      const causes = await get(
        'finance',
        '/breakdown?by=owner&within=unattributed',
      );
      expect(amounts(causes.body)).toEqual([
        ['unknown-name', '76.00', undefined],
        ['no-tag', '19.00', undefined],
      ]);
      const deeper = await get(
        'finance',
        `/breakdown?${within}&within=component:default/orders&within=i-1`,
      );
      expect(deeper.status).toBe(400);
      expect(deeper.body.error.message).toMatch(/nothing beneath/);
    });

    it.each([
      [
        'provider',
        [
          ['AWS', '532.00'],
          ['Azure', '62.70'],
        ],
      ],
      [
        'provider&within=AWS',
        [
          ['(none)', '247.00'],
          ['111', '190.00'],
          ['222', '95.00'],
        ],
      ],
      ['provider&within=AWS&within=222', [['Amazon EC2', '95.00']]],
      [
        'provider&within=AWS&within=222&within=Amazon%20EC2',
        [
          ['arn:aws:s3:::lake', '76.00'],
          ['i-3', '19.00'],
        ],
      ],
      [
        'label:customer',
        [
          ['acme', '342.00'],
          ['(none)', '252.70'],
        ],
      ],
      ['label:customer&within=acme', [['Amazon EC2', '342.00']]],
      [
        'system',
        [
          ['system:default/storefront', '285.00'],
          ['system:default/billing', '152.00'],
          ['system:default/lake', '62.70'],
          ['unattributed', '95.00'],
        ],
      ],
    ])('breaks it down by=%s', async (by, expected) => {
      const { get } = await start();
      const { body } = await get('finance', `/breakdown?by=${by}`);
      expect(
        amounts(body).map(([id, amount]: (string | undefined)[]) => [
          id,
          amount,
        ]),
      ).toEqual(expected);
    });

    it('says why what is nobody’s is nobody’s, where it is, and what to do', async () => {
      const { get } = await start();
      const { body } = await get('finance', '/unattributed');
      expect(body).toMatchObject({
        amount: '95.00',
        shareBefore: 0.159744,
        causes: [
          {
            cause: 'unknown-name',
            title: 'Tag names no entity',
            amount: '76.00',
            share: 0.8,
            where: "service=lake-raw, EC2 in account data's",
            action: 'Correct 1 name',
          },
          {
            cause: 'no-tag',
            title: 'No service tag',
            amount: '19.00',
            where: 'EC2 in account 222',
            action: 'Tag 1 resource',
          },
        ],
      });
      const list = await get('finance', '/unattributed/items');
      expect(list.body).toMatchObject({
        more: 0,
        items: [
          {
            cause: 'unknown-name',
            found: 'service=lake-raw',
            amount: '76.00',
            copy: 'portico/cost-selector: "tag:service=lake-raw"',
          },
          {
            cause: 'no-tag',
            resourceId: 'i-3',
            amount: '19.00',
            copy: 'service=<component>',
          },
        ],
      });
      const search = await get(
        'finance',
        '/unattributed/items?search=i-3&cause=no-tag&offset=1',
      );
      expect(search.body).toEqual({ items: [], more: 0 });
    });

    it('reconciles each month and provider', async () => {
      const { get } = await start();
      const { body } = await get('finance', '/reconciliation?months=2');
      expect(
        body.items.map((it: Record<string, unknown>) => [
          ...[it.month, it.provider, it.attributed, it.unattributed],
          ...[it.bill, it.exact],
        ]),
      ).toEqual([
        ['2026-11', 'AWS', '437.00', '95.00', '532.00', true],
        ['2026-11', 'Azure', '62.70', '0.00', '62.70', true],
        ['2026-10', 'AWS', '713.00', '155.00', '868.00', true],
        ['2026-10', 'Azure', '102.30', '0.00', '102.30', true],
      ]);
    });

    it('writes files that add up to the bill, and tells that it did', async () => {
      const { audited, get } = await start();
      const { headers, text } = await get('finance', '/export?format=focus');
      expect(headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(headers['content-disposition']).toBe(
        'attachment; filename="cost-2026-11-focus.csv"',
      );
      const [head, ...lines] = text.trim().split('\r\n');
      const at = head.split(',').indexOf('EffectiveCost');
      expect(at).toBeGreaterThan(0);
      expect(lines).toHaveLength(19 * 6);
      const csv = await get('finance', '/export');
      const sum = csv.text
        .trim()
        .split('\r\n')
        .slice(1)
        .reduce((all, line) => all + parseMoney(line.split(',').at(-2)!), 0n);
      expect(sum).toBe(parseMoney('594.7'));
      expect(audited).toEqual([
        'cost-export focus all succeeded',
        'cost-export csv all succeeded',
      ]);
      await get('guest', '/export');
      expect(audited.at(-1)).toBe('cost-export csv failed');
    });
  },
);
