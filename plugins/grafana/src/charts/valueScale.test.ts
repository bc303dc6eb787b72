import {
  placeOf,
  valueRange,
  valueTicks,
  type Bounds,
  type Distribution,
} from './valueScale';

const LOG10: Distribution = { kind: 'log', base: 10, linear: 1 };
const LOG2: Distribution = { kind: 'log', base: 2, linear: 1 };
const SYMLOG: Distribution = { kind: 'symlog', base: 10, linear: 1 };

describe('valueRange', () => {
  it.each<[string, [number, number], Bounds, [number, number]]>([
    ['starts at zero where that is near', [90, 512], {}, [0, 600]],
    ['shows what happens far from zero', [980, 1010], {}, [980, 1010]],
    ['has bars stand on zero', [980, 1010], { zero: true }, [0, 1500]],
    ['ends where it is told', [3, 8], { min: 2, max: 7 }, [2, 7]],
    ['reaches the soft ends', [3, 8], { softMin: -10, softMax: 50 }, [-20, 60]],
    ['passes the soft ends', [3, 8], { softMin: 4, softMax: 5 }, [2, 8]],
    ['has zero in the middle', [-3, 8], { centred: true }, [-10, 10]],
    ['makes room round one value', [7, 7], {}, [2, 12]],
    ['makes room over nothing', [0, 0], {}, [0, 1]],
    ['keeps round bytes', [0, 1.6e9], { binary: true }, [0, 1.5 * 2 ** 30]],
  ])('%s', (_, data, bounds, range) => {
    expect(valueRange(data, bounds)).toEqual(range);
  });

  it('shows an axis where nothing was measured', () => {
    expect(valueRange(undefined)).toEqual([0, 1]);
  });

  it('reaches whole powers', () => {
    expect(valueRange([3, 4000], {}, LOG10)).toEqual([1, 10_000]);
    expect(valueRange([3, 40], {}, LOG2)).toEqual([2, 64]);
  });

  it('leaves out what a logarithm has no place for', () => {
    const [low, high] = valueRange([0, 100], {}, LOG10);
    expect(low).toBeGreaterThan(0);
    expect(high).toBe(100);
  });
});

describe('valueTicks', () => {
  it.each<[string, [number, number], Distribution | undefined, number[]]>([
    ['linear', [0, 600], undefined, [0, 200, 400, 600]],
    ['parts of a whole', [0, 1], undefined, [0, 0.25, 0.5, 0.75, 1]],
    ['through zero', [-10, 10], undefined, [-10, -5, 0, 5, 10]],
    ['powers of ten', [1, 10_000], LOG10, [1, 10, 100, 1000, 10_000]],
    ['every second power of two', [1, 256], LOG2, [1, 4, 16, 64, 256]],
    ['within one power', [20, 60], LOG10, [20, 30, 40, 50, 60]],
    ['both sides of zero', [-100, 100], SYMLOG, [-100, 0, 100]],
    ['what is near zero makes way', [-1e4, 1e4], SYMLOG, [-1000, 0, 1000]],
  ])('%s', (_, range, distribution, ticks) => {
    expect(valueTicks(range, distribution)).toEqual(ticks);
  });
});

describe('placeOf', () => {
  it.each<[number, [number, number], Distribution | undefined, number]>([
    [5, [0, 10], undefined, 0.5],
    [10, [1, 100], LOG10, 0.5],
    [0, [-50, 50], SYMLOG, 0.5],
  ])('puts %s of %j half way', (value, range, distribution, place) => {
    expect(placeOf(value, range, distribution)).toBeCloseTo(place);
  });

  it('has no place for zero on a logarithmic axis', () => {
    expect(placeOf(0, [1, 100], LOG10)).toBeUndefined();
  });
});
