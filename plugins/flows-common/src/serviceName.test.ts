import { explainServiceName } from './serviceName';

describe('explainServiceName', () => {
  it.each(['gift-cards', 'abc', 'a1b', `a${'b'.repeat(39)}`])(
    'accepts %s',
    name => expect(explainServiceName(name)).toBeUndefined(),
  );

  it.each([
    ['', 'Give the service a name'],
    ['ab', 'at least 3'],
    ['Gift', 'e.g. gift.'],
    ['Gift_Cards', 'e.g. gift-cards.'],
    ['gift cards', 'hyphens instead of spaces'],
    ['gift_cards', 'only lower-case letters, digits and hyphens'],
    ['1gift', 'Start with a letter'],
    ['gift-', 'End with'],
    ['gift--cards', 'one hyphen'],
    [`a${'b'.repeat(40)}`, 'at most 40'],
  ])('explains what is wrong with "%s"', (name, reason) =>
    expect(explainServiceName(name)).toContain(reason),
  );
});
