import { parseSelector } from './parseSelector';
import { formatMatchers, literally, quote } from './quote';

describe('parseSelector', () => {
  it.each([
    ['service="orders"', 'service="orders"'],
    [' service = "orders" , team=~"a|b",', 'service="orders",team=~"a|b"'],
    ['a!="x", b!~"y.*", c="z"', 'a!="x",b!~"y.*",c="z"'],
    [
      String.raw`a="\"\\\n\t\x41\101\u00e9\U0001f600"`,
      String.raw`a="\"\\\n\tAA\u00e9\U0001f600"`,
    ],
    ['a="{}#,=\'`$1"', 'a="{}#,=\'`$1"'],
    ['a="é 😀"', String.raw`a="\u00e9 \U0001f600"`],
  ])('reads %s', (text, expected) => {
    const parsed = parseSelector(text);
    expect(parsed).toHaveProperty('matchers');
    expect('matchers' in parsed && formatMatchers(parsed.matchers)).toBe(
      expected,
    );
  });

  it.each([
    ['', /needs one label/],
    ['service', /needs =, !=, =~ or !~ at its end/],
    ['service=orders', /double quotes at character 9 \("orders"\)/],
    ["service='orders'", /double quotes/],
    ['service=`orders`', /double quotes/],
    ['{service="orders"}', /label's name at character 1/],
    ['service="orders"} or up{a="b"', /needs a comma at character 17/],
    ['service="orders" or vector(1)', /needs a comma/],
    ['service="orders" # ,', /needs a comma/],
    ['service="orders', /not closed/],
    ['service="orders\\"', /not closed/],
    ['service="a\nb"', /line break/],
    [String.raw`service="\q"`, /unknown escape/],
    [String.raw`service="\'"`, /unknown escape/],
    [String.raw`service="\xff"`, /unknown escape/],
    [String.raw`service="\ud800"`, /unknown escape/],
    ['service="\ud800"', /half of a character/],
    ['ſervice="a"', /label's name/],
    ['__name__="up"', /can't ask for the label __name__/],
    ['le="1"', /can't ask for the label le/],
    ['portico="1"', /can't ask for/],
    ['service=""', /needs one label/],
    ['service!="orders"', /needs one label/],
    [`service="${'x'.repeat(2000)}"`, /more than 2000/],
  ])('tells what is wrong with %s', (text, problem) => {
    expect(parseSelector(text).problem).toMatch(problem);
  });
});

describe('quote', () => {
  it('leaves nothing that could end the literal', () => {
    expect(quote('a"} or up{b="\n\\"\u2028\ufffd')).toBe(
      String.raw`"a\"} or up{b=\"\n\\\"\u2028\ufffd"`,
    );
  });
});

describe('literally', () => {
  it('matches the value alone', () => {
    const value = 'a.b|c*(d)[e]{f}^$\\+?';
    expect(new RegExp(`^(?:${literally(value)})$`).test(value)).toBe(true);
    expect(new RegExp(`^(?:${literally('a.b')})$`).test('axb')).toBe(false);
  });
});
