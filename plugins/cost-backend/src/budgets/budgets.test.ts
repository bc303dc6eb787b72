import {
  component,
  createTestDatabases,
  startFindings,
} from '../findings/__testUtils__/startFindings';
import { daysFrom } from '../store/days';

const ORDERS = 'component:default/orders';
jest.setTimeout(240_000);

const databases = createTestDatabases();

/** The same each day. */
const spend = (cost: number, from: string, to: string, entity = ORDERS) =>
  daysFrom(from, to).map(day => ({ day, cost, entity }));

describe.each(databases.eachSupportedId())('budgets on %s', id => {
  it('tells the owner of each threshold once a month, and again the next', async () => {
    const { books, look, told } = await startFindings(databases, id, {
      entities: [component('orders', { budget: '300 USD' })],
    });
    await books.write(spend(8, '2026-09-01', '2026-11-10'));
    await look('2026-11-11');
    expect(told()).toEqual([]);

    await books.write(spend(8, '2026-11-11', '2026-11-19'));
    await look('2026-11-20');
    const half =
      'group:default/commerce: orders has spent half of its budget for November';
    expect(told()).toEqual([half]);
    await look('2026-11-20');
    expect(told()).toEqual([]);

    // The day is restated below the threshold, and above it again.
    await books.write(spend(0, '2026-11-19', '2026-11-19'));
    await look('2026-11-20');
    await books.write(spend(8, '2026-11-19', '2026-11-19'));
    await look('2026-11-20');
    expect(told()).toEqual([]);

    await books.write(spend(8, '2026-11-20', '2026-12-20'));
    await look('2026-12-21');
    expect(told()).toEqual([half.replace('November', 'December')]);
  });

  it('tells of the heaviest where several are passed at once, with amounts and a link', async () => {
    const { books, look, reader, sent } = await startFindings(databases, id, {
      entities: [component('orders', { budget: '100 USD' })],
    });
    await books.write(spend(8, '2026-09-01', '2026-11-19'));
    await look('2026-11-20');
    expect(sent).toEqual([
      {
        recipients: { type: 'entity', entityRef: ['group:default/commerce'] },
        payload: {
          title: 'orders has spent its budget for November',
          description:
            '152\u00a0USD by 19\u00a0Nov, 52\u00a0USD over a budget of 100\u00a0USD; forecast 240\u00a0USD.',
          link: '/catalog/default/component/orders/cost',
          severity: 'high',
          topic: 'Cost',
          scope: 'cost:budget:component:default/orders:2026-11',
        },
      },
    ]);
    const alerts = await reader.alerts('2026-11', [ORDERS]);
    expect(alerts.map(({ threshold }) => threshold).sort()).toEqual([
      'half',
      'most',
      'spent',
    ]);
  });

  it('tells that a month is heading over its budget, and not in the first days', async () => {
    const { books, look, told, reader } = await startFindings(databases, id, {
      entities: [component('orders', { budget: '200 USD' })],
    });
    await books.write(spend(1, '2026-10-01', '2026-10-31'));
    await books.write(spend(8, '2026-11-01', '2026-11-04'));
    await look('2026-11-05');
    expect(told()).toEqual([]);
    await books.write(
      spend(7, '2026-11-01', '2026-11-10').map(entry => ({
        ...entry,
        cost: 7 + (Number(entry.day.slice(8)) % 3),
      })),
    );
    await look('2026-11-11');
    expect(told()).toEqual([
      'group:default/commerce: orders is heading over its budget for November',
    ]);
    const [{ message }] = await reader.alerts('2026-11', [ORDERS]);
    expect(message).toMatch(
      /^Heading \d+\sUSD \(\d+\s%\) over a budget of 200\sUSD: forecast \d+\sUSD, likely \d+ to \d+; spent so far 80\sUSD by 10\sNov\.$/,
    );
  });

  it('begins anew with a budget that was written anew', async () => {
    const entities = [component('orders', { budget: '300 USD' })];
    const { books, look, told } = await startFindings(databases, id, {
      entities,
    });
    await books.write(spend(8, '2026-09-01', '2026-11-19'));
    await look('2026-11-20');
    expect(told()).toHaveLength(1);
    entities[0] = component('orders', { budget: '150 USD' });
    await look('2026-11-21');
    expect(told()).toEqual([
      'group:default/commerce: orders has spent its budget for November',
    ]);
  });

  it('tells finance of the whole bill, and of what is in another currency', async () => {
    const { books, look, told, reader } = await startFindings(databases, id, {
      cost: {
        rates: [{ currency: 'EUR', from: '2026-01-01', rate: '1.1' }],
        tell: ['finance'],
        budgets: [
          { organisation: true, amount: '200 EUR' },
          { provider: 'AWS', amount: '10000 USD' },
          { category: 'Storage', amount: '1 GBP' },
        ],
      },
    });
    await books.write(spend(8, '2026-09-01', '2026-11-15'));
    await look('2026-11-16');
    expect(told()).toEqual([
      'group:default/finance: The organisation is heading over its budget for November',
    ]);
    const budgets = await reader.budgets('2026-11');
    expect(budgets.get('organisation')).toEqual({
      amount: 220_000_000_000n,
      from: 'config',
    });
    // Nobody knows what a pound is worth.
    expect([...budgets.keys()]).not.toContain('category:Storage');
  });

  it('adds up budgets of parts, and tells nobody of sums', async () => {
    const system = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'System',
      metadata: { name: 'shop' },
      spec: { owner: 'group:default/commerce' },
      relations: [{ type: 'ownedBy', targetRef: 'group:default/commerce' }],
    };
    const entities = [
      system,
      component('orders', { budget: '100 USD', system: 'shop' }),
      component('cart', { budget: '50 USD', system: 'shop' }),
      component('docs', { system: 'shop' }),
    ];
    const { books, look, told, reader } = await startFindings(databases, id, {
      entities,
    });
    await books.write(spend(1, '2026-09-01', '2026-11-15'));
    expect(
      (await reader.budgets('2026-11')).get('system:default/shop'),
    ).toEqual({ amount: 150_000_000_000n, from: 'parts' });
    await books.write(
      spend(20, '2026-09-01', '2026-11-15', 'component:default/cart').concat(
        spend(1, '2026-09-01', '2026-11-15'),
      ),
    );
    await look('2026-11-16');
    expect(told()).toEqual([
      'group:default/commerce: cart has spent its budget for November',
    ]);
    // Something without a budget costs something, so that the sum would say nothing.
    await books.write(
      spend(1, '2026-11-14', '2026-11-15', 'component:default/docs'),
    );
    await look('2026-11-17');
    expect((await reader.budgets('2026-11')).has('system:default/shop')).toBe(
      false,
    );
  });

  it('tries again what could not be told', async () => {
    let down = true;
    const sent: string[] = [];
    const { books, look } = await startFindings(databases, id, {
      entities: [component('orders', { budget: '300 USD' })],
      services: {
        notifications: {
          send: async ({ payload }) => {
            if (down) throw new Error('Notifications answered 503.');
            sent.push(payload.title);
          },
        },
      },
    });
    await books.write(spend(8, '2026-09-01', '2026-11-19'));
    await look('2026-11-20');
    expect(sent).toEqual([]);
    down = false;
    await look('2026-11-20');
    await look('2026-11-20');
    expect(sent).toHaveLength(1);
  });
});
