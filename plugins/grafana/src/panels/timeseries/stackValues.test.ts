import { stackValues, type Stackable } from './stackValues';

const series = (
  values: Stackable['values'],
  more: Partial<Stackable> = {},
): Stackable => ({ values, mode: 'normal', group: 'A', draw: 'line', ...more });

describe('stackValues', () => {
  it('puts each on those before', () => {
    const [a, b, c] = stackValues([
      series([1, 2]),
      series([3, 4]),
      series([5, 6]),
    ]);
    expect([a.values, b.values, c.values]).toEqual([
      [1, 2],
      [4, 6],
      [9, 12],
    ]);
    expect([a.on, b.on, c.on]).toEqual([undefined, 0, 1]);
  });

  it('stacks what is below zero downwards', () => {
    const [a, b, c] = stackValues([series([1]), series([-2]), series([-3])]);
    expect([a.values, b.values, c.values]).toEqual([[1], [-2], [-5]]);
    expect([a.on, b.on, c.on]).toEqual([undefined, undefined, 1]);
  });

  it('keeps groups apart', () => {
    const [, b] = stackValues([series([1]), series([2], { group: 'B' })]);
    expect(b).toEqual({ values: [2], on: undefined });
  });

  it('keeps gaps, which add nothing', () => {
    const [a, b] = stackValues([series([1, null, 3]), series([1, 1, null])]);
    expect(a.values).toEqual([1, null, 3]);
    expect(b.values).toEqual([2, 1, null]);
  });

  it('makes parts of a whole', () => {
    const percent = { mode: 'percent' } as const;
    const [a, b] = stackValues([
      series([1, 0], percent),
      series([3, 0], percent),
    ]);
    expect([a.values, b.values]).toEqual([
      [0.25, 0],
      [1, 0],
    ]);
  });
});
