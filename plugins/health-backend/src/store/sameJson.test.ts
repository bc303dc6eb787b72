import { sameJson } from './sameJson';

describe('sameJson', () => {
  it.each([
    [{ a: 1, b: undefined }, { a: 1 }],
    [{ a: 1 }, { b: undefined, a: 1 }],
    [{ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }],
    [
      { a: 1, at: 1 },
      { a: 1, at: 2 },
    ],
    [undefined, undefined],
  ])('%j is %j', (a, b) => {
    expect(sameJson(a, b, 'at')).toBe(true);
  });

  it.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: 1, b: 2 }, { a: 1 }],
    [[1, 2], [1]],
    [[1], { 0: 1 }],
    [null, {}],
    [{ a: 1 }, undefined],
  ])('%j is not %j', (a, b) => {
    expect(sameJson(a, b, 'at')).toBe(false);
  });
});
