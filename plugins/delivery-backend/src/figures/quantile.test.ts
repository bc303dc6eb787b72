import { quantile } from './quantile';

it.each([
  [[], 0.5, undefined],
  [[7], 0.9, 7],
  [[3, 1, 2], 0.5, 2],
  [[1, 2, 3, 4], 0.5, 2.5],
  [[0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 0.9, 90],
])('of %p at %p is %p', (values, share, expected) => {
  expect(quantile(values, share)).toBe(expected);
});
