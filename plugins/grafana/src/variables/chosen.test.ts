import { filterValue } from './adHoc';
import { chosenWords, offeredBy, toggled } from './chosen';

describe('values of a variable', () => {
  it.each([
    ['adds one', ['a'], 'b', ['a', 'b']],
    ['takes one away', ['a', 'b'], 'a', ['b']],
    ['keeps the last one', ['a'], 'a', ['a']],
    ['gives way to all', ['a', 'b'], '$__all', ['$__all']],
    ['takes the place of all', ['$__all'], 'a', ['a']],
  ])('%s', (_, chosen, picked, after) => {
    expect(toggled(chosen, picked)).toEqual(after);
  });

  it('offers all once, first', () => {
    const options = [
      { text: 'a', value: 'a' },
      { text: 'All', value: '$__all' },
    ];
    expect(offeredBy({ includeAll: true, options })).toEqual([
      { text: 'All', value: '$__all' },
      options[0],
    ]);
  });

  it.each([
    [['$__all'], 'All'],
    [['a'], 'Alpha'],
    [['a', 'x', 'y'], 'Alpha + 2'],
    [[], 'None'],
  ])('%j in words', (chosen, words) => {
    expect(chosenWords(chosen, [{ text: 'Alpha', value: 'a' }])).toBe(words);
  });

  it('writes a condition as Grafana does', () => {
    expect(filterValue({ key: 'a', operator: '=~', value: 'b|c' })).toBe(
      'a|=~|b__gfp__c',
    );
  });
});
