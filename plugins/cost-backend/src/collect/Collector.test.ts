import { parseMoney } from '@portico/plugin-cost-common';
import { FakeBill, row } from '../__testUtils__/FakeBill';
import {
  createTestDatabases,
  entity,
  reconciled,
  startCost,
  TestClock,
} from '../__testUtils__/startCost';
import { addDays, daysFrom } from '../store/days';

const databases = createTestDatabases();
jest.setTimeout(240_000);

/** A dollar a day since 1 October, paid by *orders*. */
function steady(until = '2026-11-05') {
  return daysFrom('2026-10-01', until).map(day =>
    row({ day, cost: '1', tags: { service: 'orders' } }),
  );
}

describe.each(databases.eachSupportedId())('Collector on %s', databaseId => {
  const one = async (
    options: Omit<NonNullable<Parameters<typeof startCost>[1]>, 'bills'> = {},
  ) => {
    const knex = await databases.init(databaseId);
    const bill = new FakeBill();
    bill.rows = steady();
    const bills = [bill];
    const entities = [entity('Component', 'orders')];
    const start = () => startCost(knex, { entities, ...options, bills });
    return { knex, bill, start, ...(await start()) };
  };

  it('collects the newest month first, then those before, and asks for nothing twice', async () => {
    const { knex, bill, collect, paid } = await one();
    await collect();
    expect(bill.asked).toEqual([
      { from: '2026-11-01', to: '2026-11-05' },
      { from: '2026-10-01', to: '2026-10-31' },
    ]);
    expect(await paid(202611)).toEqual({ orders: '5' });
    expect(await paid(202610)).toEqual({ orders: '31' });
    await collect();
    expect(bill.asked).toHaveLength(2);
    expect(await reconciled(knex)).toBe('36');
  });

  it('takes a restated day in the place of what was known', async () => {
    const { knex, bill, clock, collect, paid } = await one();
    await collect();
    bill.rows = bill.rows.map(it =>
      it.day === '2026-11-04'
        ? { ...it, effectiveCost: parseMoney('2.5') }
        : it,
    );
    bill.rows.push(row({ day: '2026-11-05', cost: '0.25' }));
    clock.pass(6);
    await collect();
    expect(bill.asked.at(-1)).toEqual({ from: '2026-11-03', to: '2026-11-05' });
    expect(await paid()).toEqual({ '': '0.25', orders: '6.5' });
    expect(await reconciled(knex)).toBe('37.75');
  });

  it('writes nothing where a day is told again as it was', async () => {
    const { knex, clock, collect } = await one();
    await collect();
    const before = await knex('cost_state').first();
    clock.pass(6);
    await collect();
    expect(await knex('cost_state').first()).toEqual(before);
  });

  it('leaves a source that throttles alone for longer each time, and ends with all of it once', async () => {
    const { knex, bill, clock, collect, standings } = await one();
    let refused = 0;
    bill.before = ({ to }) => {
      if (to < '2026-11-01' && refused++ < 3) {
        throw new Error('Rate exceeded.');
      }
    };
    await collect();
    expect(await standings.all()).toMatchObject([
      { lastError: 'Rate exceeded.', backfill: { done: 1, of: 2 } },
    ]);
    const tries: number[] = [];
    for (let minute = 0; minute < 10; minute += 0.5) {
      const asked = bill.asked.length;
      await collect();
      if (bill.asked.length > asked) tries.push(minute);
      clock.pass(0.5 / 60);
    }
    expect(tries).toEqual([0.5, 1.5, 3.5]);
    expect(await reconciled(knex)).toBe('36');
    expect(await standings.all()).toMatchObject([
      {
        from: '2026-10-01',
        through: '2026-11-05',
        lastError: undefined,
        backfill: { done: 2, of: 2 },
        // Each of the five attempts was billed.
        requests: 10,
        spent: { amount: '0.1', currency: 'USD' },
      },
    ]);
  });

  it('counts what asking really cost, once that is known', async () => {
    const { bill, collect, standings } = await one();
    bill.counted = 4;
    await collect();
    expect(await standings.all()).toMatchObject([
      // Two slices in two halves each, and not the two requests that were foretold.
      { requests: 16, spent: { amount: '0.16', currency: 'USD' } },
    ]);
  });

  it('goes on after a crash in mid-backfill, in another instance', async () => {
    const { knex, bill, start, collect } = await one();
    bill.before = () => {
      if (bill.asked.length === 2) throw new Error('The process died.');
    };
    await collect();
    expect(await reconciled(knex)).toBe('5');
    bill.before = () => {};
    const clock = new TestClock();
    clock.pass(1);
    const next = await startCost(knex, {
      bills: [bill],
      entities: [entity('Component', 'orders')],
      clock,
    });
    await next.collect();
    expect(bill.asked).toEqual([
      { from: '2026-11-01', to: '2026-11-05' },
      { from: '2026-10-01', to: '2026-10-31' },
      { from: '2026-10-01', to: '2026-10-31' },
    ]);
    expect(await reconciled(knex)).toBe('36');
    await (await start()).collect();
    expect(bill.asked).toHaveLength(3);
  });

  it('counts nothing twice where it died between pulling and remembering it', async () => {
    const { knex, bill, collect, start } = await one();
    await collect();
    await knex('cost_slice').update({ state: 'planned' });
    await knex('cost_ledger').update({ attributed: 0 });
    await (await start()).collect();
    expect(bill.asked).toHaveLength(4);
    expect(await reconciled(knex)).toBe('36');
  });

  it('takes nothing of a slice that ends half-way', async () => {
    const { knex, bill, collect, clock } = await one();
    await collect();
    bill.rows = bill.rows.map(it => ({
      ...it,
      effectiveCost: parseMoney('9'),
    }));
    bill.pull = async function* half() {
      yield { rows: bill.rows.slice(-2), problems: [] };
      throw new Error('connection reset');
    };
    clock.pass(6);
    await collect();
    expect(await reconciled(knex)).toBe('36');
  });

  it('asks again for a day that is missing, and tells it until it is there', async () => {
    const { knex, bill, clock, collect, standings } = await one();
    const all = bill.rows;
    bill.rows = all.filter(({ day }) => day !== '2026-10-17');
    await collect();
    expect(await standings.all()).toMatchObject([
      { missingDays: ['2026-10-17'] },
    ]);
    expect(await reconciled(knex)).toBe('35');
    bill.rows = all;
    clock.pass(6);
    await collect();
    expect(bill.asked.slice(-2)).toEqual([
      { from: '2026-11-03', to: '2026-11-05' },
      { from: '2026-10-17', to: '2026-10-17' },
    ]);
    expect(await standings.all()).toMatchObject([{ missingDays: [] }]);
    expect(await reconciled(knex)).toBe('36');
  });

  it('asks for the days on which no instance ran', async () => {
    const { knex, bill, clock, collect } = await one();
    await collect();
    clock.pass(10 * 24);
    bill.rows = steady(addDays('2026-11-05', 10));
    await collect();
    expect(bill.asked.slice(2)).toEqual([
      { from: '2026-11-06', to: '2026-11-15' },
    ]);
    expect(await reconciled(knex)).toBe('46');
  });

  it('tells rows that could not be read with file and line, and takes the others', async () => {
    const { knex, bill, collect, standings, logger } = await one();
    bill.problems = [
      { where: 's3://bills/1.csv', line: 7, message: "BilledCost is 'x'." },
    ];
    await collect();
    expect(await reconciled(knex)).toBe('36');
    const [{ malformed }] = await standings.all();
    expect(malformed[0]).toEqual(bill.problems[0]);
    expect(logger.warn).toHaveBeenCalledWith(
      "Bill fake:bill: 1 rows could not be read, the first at s3://bills/1.csv, line 7: BilledCost is 'x'.",
    );
  });

  it('refuses rows of days that it did not ask for', async () => {
    const { knex, bill, collect, standings } = await one();
    bill.pull = async function* other() {
      yield { rows: [row({ day: '2026-09-01' })], problems: [] };
    };
    await collect();
    expect(await reconciled(knex)).toBe('0');
    expect(await standings.all()).toMatchObject([
      {
        lastError:
          'Bill fake:bill was asked for 2026-11-01 to 2026-11-05 and answered with a row of 2026-09-01. None of it is taken.',
      },
    ]);
  });

  it('adds up rows of one charge and day, e.g. hours', async () => {
    const { knex, bill, collect } = await one();
    const hour = row({
      day: '2026-11-05',
      cost: '0.1',
      consumedQuantity: '0.5',
      consumedUnit: 'Hours',
    });
    bill.rows = Array.from({ length: 24 }, () => hour);
    await collect();
    expect(await knex('cost_row').select('quantity')).toEqual([
      { quantity: '12' },
    ]);
    expect(await reconciled(knex)).toBe('2.4');
  });

  it('pulls nothing that has not changed', async () => {
    const { knex, bill, collect, clock } = await one({
      config: { everyHours: 1 },
    });
    let version = 'first';

    bill.versionOf = async ({ to }) => `${to} ${version}`;
    await collect();
    for (const hours of [6, 2, 2]) {
      clock.pass(hours);
      await collect();
    }
    expect(bill.asked).toHaveLength(3);
    version = 'second';
    bill.rows = steady('2026-11-04');
    clock.pass(1);
    await collect();
    expect(bill.asked).toHaveLength(4);
    expect(await reconciled(knex)).toBe('35');
  });

  it('asks at once where somebody wants it', async () => {
    const { bill, collect, store, clock } = await one();
    await collect();
    await store.want(bill.id, clock.now());
    await collect();
    expect(bill.asked).toHaveLength(3);
    await collect();
    expect(bill.asked).toHaveLength(3);
  });
});
