import { createPace } from './scheduleFindings';

it('looks when bills have come to rest, not each time, and not never', () => {
  let minutes = 0;
  const due = createPace(() => new Date(minutes * 60_000));
  const after = (passed: number, revision: number) => {
    minutes += passed;
    return due(revision);
  };
  expect(after(0, 1)).toBe(false);
  expect(after(0.5, 2)).toBe(false);
  expect(after(0.5, 2)).toBe(true);
  expect(after(0.5, 2)).toBe(false);
  // Bills of a backfill come and come.
  expect(after(0.5, 3)).toBe(false);
  expect(after(5, 4)).toBe(false);
  expect(after(5, 5)).toBe(true);
  expect(after(0.5, 6)).toBe(false);
  expect(after(0.5, 6)).toBe(true);
  // Budgets may be written anew.
  expect(after(60, 6)).toBe(false);
  expect(after(120, 6)).toBe(true);
});
