import { createTestDatabases, startCost } from '../../__testUtils__/startCost';
import { dailyTotals, monthlyTotals } from './totals';
import type { Pair } from './tables';

const databases = createTestDatabases();
jest.setTimeout(120_000);
const DAYS = [20261031, 20261101, 20261102];

describe.each(databases.eachSupportedId())('Totals on %s', databaseId => {
  it('adds up many subjects as it does few, also those that count for several buckets', async () => {
    const knex = await databases.init(databaseId);
    await startCost(knex);
    const subjects = Array.from({ length: 80 }, (_, at) => at + 1);
    await knex('cost_group').insert({
      id: 1,
      hash: 'one',
      kind: 'own',
      provider: 'AWS',
      category: 'Compute',
    });
    for (const day of DAYS) {
      const amounts = subjects.map(subject => ({
        subject_id: subject,
        billed: 1,
        effective: subject * 1000 + (day % 100),
      }));
      await knex('cost_daily').insert(
        amounts.map(it => ({ ...it, day, group_id: 1 })),
      );
      await knex('cost_daily_total').insert(
        amounts.map(it => ({ ...it, day, estimated: 0 })),
      );
    }
    for (const month of [202610, 202611]) {
      await knex('cost_monthly').insert(
        subjects.map(subject => ({
          ...{ subject_id: subject, month, group_id: 1, parts: 1 },
          ...{ billed: 1, effective: subject },
        })),
      );
    }
    // Each counts for its own, every second for 100, every third for 200, and 80 for nothing else.
    const pairs = subjects.flatMap((subject): Pair[] => [
      [subject, subject],
      ...(subject % 2 ? [] : [[subject, 100] as const]),
      ...(subject % 3 ? [] : [[subject, 200] as const]),
    ]);
    const options = { metric: 'effective' as const, estimated: [] };
    const span = { from: '2026-11-01', to: '2026-11-02' };
    const months = ['2026-10', '2026-11'];
    const many = await dailyTotals(knex, { ...options, ...span, pairs });
    const monthly = await monthlyTotals(knex, { ...options, months, pairs });
    for (const bucket of [1, 80, 100, 200]) {
      const few = pairs.filter(pair => pair[1] === bucket);
      const wanted = { ...options, pairs: few };
      const alone = await dailyTotals(knex, { ...wanted, ...span });
      expect(many.get(bucket)).toEqual(alone.get(bucket));
      const aloneMonthly = await monthlyTotals(knex, { ...wanted, months });
      expect(monthly.get(bucket)).toEqual(aloneMonthly.get(bucket));
    }
    // 2 + 4 + … + 80, times 1000, and 40 times the day.
    expect(many.get(100)).toEqual(
      new Map([
        ['2026-11-01', 1_640_040n],
        ['2026-11-02', 1_640_080n],
      ]),
    );
    expect(monthly.get(200)?.get('2026-10')).toBe(1053n);
  });
});
