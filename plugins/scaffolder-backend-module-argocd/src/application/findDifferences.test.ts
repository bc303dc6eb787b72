import { findDifferences } from './findDifferences';

describe('findDifferences', () => {
  it.each([
    ['nothing', { a: 1 }, { a: 1 }, []],
    ['absent and empty', { a: {}, b: false }, { c: '' }, []],
    ['a value', { a: { b: 1 } }, { a: { b: 2 } }, ['spec.a.b']],
    ['a removed key', {}, { a: 1 }, ['spec.a']],
    ['equal lists', { a: [{ b: 1 }] }, { a: [{ b: 1 }] }, []],
    ['lists', { a: ['x'] }, { a: ['x', 'y'] }, ['spec.a']],
    ['auto-sync off', {}, { automated: {} }, ['spec.automated']],
    ['auto-sync on', { automated: {} }, {}, ['spec.automated']],
    [
      'false in chart values',
      { valuesObject: { a: false } },
      { valuesObject: {} },
      ['spec.valuesObject.a'],
    ],
    ['a whole policy', { p: { automated: {} } }, {}, ['spec.p']],
    ['defaults', { automated: { prune: false } }, { automated: {} }, []],
  ])('tells %s', (_, wanted, found, paths) => {
    expect(findDifferences(wanted, found, 'spec')).toEqual(paths);
  });
});
