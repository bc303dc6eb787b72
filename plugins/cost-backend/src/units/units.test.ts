import {
  component,
  createTestDatabases,
  startFindings,
} from '../findings/__testUtils__/startFindings';
import { dayNumber, daysFrom } from '../store/days';
import { countText } from './countText';

const ORDERS = 'component:default/orders';
const CART = 'component:default/cart';
jest.setTimeout(240_000);

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('unit costs on %s', id => {
  it('divide what is known by what is counted, over entities and over all', async () => {
    const { books, reader } = await startFindings(databases, id, {
      entities: [component('orders'), component('cart')],
      cost: {
        unitCosts: [
          {
            title: 'per million requests',
            unit: 'requests',
            per: 1_000_000,
          },
          { title: 'per order', unit: 'orders' },
        ],
      },
    });
    await books.write(
      daysFrom('2026-10-01', '2026-11-10').flatMap(day => [
        { day, cost: day < '2026-11' ? 8 : 10, entity: ORDERS },
        { day, cost: 5, entity: CART },
        { day, cost: 5, cause: 'no-tag' },
      ]),
    );
    const { db } = books;
    await db('cost_source').insert({
      id: 'prometheus',
      title: 'Prometheus',
      kind: 'estimated',
      role: 'units',
      position: 2,
      active: true,
      restated_days: 1,
    });
    const subjects = await db('cost_subject').select('id', 'ref');
    const idOf = (ref: string) => subjects.find(it => it.ref === ref).id;
    const count = (day: string, ref: string, number: number) => ({
      source_id: 'prometheus',
      unit: 'requests',
      subject_id: idOf(ref),
      day: dayNumber(day),
      count: number,
    });
    await db('cost_unit').insert([
      // Of the last days nothing is counted yet; they count neither here nor there.
      ...daysFrom('2026-10-01', '2026-11-08').map(day =>
        count(day, ORDERS, 2_000_000),
      ),
      ...daysFrom('2026-11-01', '2026-11-08').map(day =>
        count(day, CART, 500_000),
      ),
    ]);

    expect(await reader.unitCosts('2026-11', 'effective', [ORDERS])).toEqual([
      {
        title: 'per million requests',
        amount: '5.00',
        change: 0.25,
        basis: '16\u00a0million requests, Prometheus',
      },
    ]);
    const [both] = await reader.unitCosts('2026-11', 'effective', [
      ORDERS,
      CART,
    ]);
    expect(both.amount).toBe('6.00');
    // What is nobody's is paid for all the same.
    const [all] = await reader.unitCosts('2026-11', 'billed', 'all');
    expect(all).toMatchObject({
      amount: '8.00',
      basis: '20\u00a0million requests, Prometheus',
    });
    expect(await reader.unitCosts('2026-09', 'effective', 'all')).toEqual([]);
    expect(
      await reader.unitCosts('2026-11', 'effective', [
        'component:default/other',
      ]),
    ).toEqual([]);
  });
});

it.each([
  [0, '0'],
  [3204.4, '3,204'],
  [112_400_000, '112.4\u00a0million'],
  [2_000_000_000, '2\u00a0billion'],
])('writes %d as %s', (count, text) => {
  expect(countText(count)).toBe(text);
});
