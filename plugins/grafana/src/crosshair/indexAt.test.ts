import { indexAt } from './indexAt';

describe('indexAt', () => {
  const times = [0, 10, 20, 30];
  it.each([
    [12, 1],
    [16, 2],
    [0, 0],
    [38, 3],
    [-8, 0],
    [41, undefined],
    [-11, undefined],
    [undefined, undefined],
  ])('finds what is nearest to %s', (time, index) => {
    expect(indexAt(times, time)).toBe(index);
  });

  it('finds nothing where there is nothing', () => {
    expect(indexAt([], 3)).toBeUndefined();
  });

  it('finds the only one at its own place', () => {
    expect(indexAt([5], 5)).toBe(0);
    expect(indexAt([5], 6)).toBeUndefined();
  });
});
