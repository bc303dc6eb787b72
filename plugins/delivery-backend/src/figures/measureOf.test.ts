import { measureOf } from './measureOf';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 20, 12);
const daysAgo = (...days: number[]) =>
  days.map(day => ({ at: NOW - day * DAY }));
const count = (items: unknown[], days: number) => ({
  n: items.length,
  value: items.length / (days / 7),
});

it('compares with the period before, and goes back by weeks', () => {
  const items = daysAgo(0, 1, 8, 15, 27, 29, 55, 57);
  const window = { now: NOW, days: 28, since: NOW - 100 * DAY };
  const measure = measureOf(items, window, count);
  expect(measure).toMatchObject({ n: 5, value: 1.25, before: { n: 2 } });
  expect(measure.trend).toHaveLength(13);
  expect(measure.trend.slice(-5)).toEqual([1, 1, 1, 1, 2]);
});

it('compares with no time of which nothing is known', () => {
  const window = { now: NOW, days: 28, since: NOW - 14 * DAY };
  const measure = measureOf(daysAgo(1, 2, 10, 13), window, count);
  expect(measure.before).toBeUndefined();
  // Two weeks are known, so that it is two a week.
  expect(measure.value).toBe(2);
  expect(measure.trend.slice(-4)).toEqual([null, 0, 2, 2]);
});
