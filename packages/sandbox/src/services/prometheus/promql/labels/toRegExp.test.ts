import { toRegExp } from './toRegExp';

describe('toRegExp', () => {
  it.each([
    ['ord.*', 'orders', true],
    ['ord', 'orders', false],
    ['a|b', 'b', true],
    ['a.b', 'a\nb', false],
    ['(?s)a.b', 'a\nb', true],
    ['(?i)ORDERS', 'orders', true],
    ['\\/v1\\-x\\_y', '/v1-x_y', true],
    ['a{2}', 'aa', true],
    ['{x}', '{x}', true],
    ['[[:digit:]x]+', '12x', true],
    ['[^[:alpha:]]', '1', true],
    ['\\Qa.b\\E', 'a.b', true],
    ['\\Qa.b\\E', 'axb', false],
    ['(?P<name>\\d+)s', '12s', true],
    ['\\p{Greek}+', 'αβ', true],
    ['\\s', '\u00a0', false],
    ['[\\s-]+', ' -', true],
    ['\\x41\\x{e9}', 'Aé', true],
    ['.', '\u2028', true],
    ['[]a]+', ']a', true],
    ['[^]a]', ']', false],
    ['[[x]', '[', true],
    ['', '', true],
  ])('%j takes %j: %s', (pattern, text, expected) => {
    expect(toRegExp(pattern).test(text)).toBe(expected);
  });

  it.each([
    '(',
    '[a',
    'a**',
    '(?=a)',
    '(?<n>a)',
    '\\1',
    '\\y',
    'a\\',
    '(?m:a)',
  ])('refuses %j', pattern => {
    expect(() => toRegExp(pattern)).toThrow(
      /error parsing regexp|this sandbox does not evaluate/,
    );
  });
});
