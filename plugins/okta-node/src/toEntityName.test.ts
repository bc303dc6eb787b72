import { toEntityName, toUserName } from './toEntityName';

describe('toEntityName', () => {
  it.each([
    ['Hana.Kovář', 'hana.kovar'],
    ['Platform Admins (EU)', 'platform-admins-eu'],
    ['_hidden_', 'hidden'],
    ['x'.repeat(80), 'x'.repeat(63)],
  ])('turns %s into %s', (name, expected) =>
    expect(toEntityName(name)).toBe(expected),
  );
});

describe('toUserName', () => {
  it('leaves out where the mail goes', () =>
    expect(toUserName('Nina.Berg@mini-org.example')).toBe('nina.berg'));
});
