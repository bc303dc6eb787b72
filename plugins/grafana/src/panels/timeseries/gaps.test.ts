import { bridgeGaps, cutsOf, withCuts } from './gaps';
import { lonePoints } from './lonePoints';

const xs = [0, 10, 20, 30, 40, 50, 60];
const gone = undefined;

describe('bridgeGaps', () => {
  it('bridges what is no longer than the threshold', () => {
    const values = [1, null, 2, null, null, null, 3];
    expect(bridgeGaps(xs, values, 20)).toEqual([
      ...[1, gone, 2, null, null, null, 3],
    ]);
    expect(bridgeGaps(xs, values, 40)).toEqual([
      ...[1, gone, 2, gone, gone, gone, 3],
    ]);
  });

  it('leaves what nothing comes before or after', () => {
    const values = [null, 1, 2, null];
    expect(bridgeGaps(xs, values, 100)).toEqual(values);
  });
});

describe('cutting lines', () => {
  it('cuts where two values are too far apart', () => {
    expect(cutsOf([0, 10, 50, 60], [1, 2, 3, 4], 20)).toEqual([30]);
    expect(cutsOf([0, 10, 50, 60], [1, null, 3, 4], 20)).toEqual([]);
  });

  it('adds a row that only the cut line knows of', () => {
    const columns = [
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ];
    expect(withCuts([0, 10, 50, 60], columns, [[30], []])).toEqual({
      xs: [0, 10, 30, 50, 60],
      columns: [
        [1, 2, null, 3, 4],
        [5, 6, undefined, 7, 8],
      ],
    });
  });
});

describe('lonePoints', () => {
  it.each([
    [
      [1, null, 2, 3, null, 4],
      [0, 5],
    ],
    [[1, gone, 2, null], []],
    [[null, 7, null], [1]],
    [[null, 7, gone, null], [1]],
    [[], []],
  ])('%j', (values, expected) => {
    expect(lonePoints(values)).toEqual(expected);
  });
});
