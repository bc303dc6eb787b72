import { matchesFilter } from './matchesFilter';
import { parseFilter } from './parseFilter';

const user = {
  status: 'ACTIVE',
  lastUpdated: '2026-11-20T10:00:00.000Z',
  profile: {
    firstName: 'Lena',
    title: 'Staff "Cloud" Engineer',
    level: 4,
    remote: true,
    skills: ['go', 'sql'],
  },
};

describe('filters', () => {
  it.each([
    ['status eq "ACTIVE"', true],
    ['status eq "active"', true],
    ['status ne "ACTIVE"', false],
    ['profile.firstName sw "Le" and profile.title co "engineer"', true],
    ['profile.title eq "Staff \\"Cloud\\" Engineer"', true],
    ['profile.firstName ew "x" or status eq "ACTIVE"', true],
    ['profile.nickName pr', false],
    ['profile.title pr', true],
    ['not (status eq "ACTIVE")', false],
    ['lastUpdated gt "2026-11-20T09:59:59Z"', true],
    ['lastUpdated lt "2026-11-20T10:00:00Z"', false],
    ['lastUpdated ge "2026-11-20T10:00:00Z"', true],
    ['profile.level gt 3', true],
    ['profile.remote eq true', true],
    ['profile.skills eq "sql"', true],
    ['profile.skills eq "rust"', false],
    [
      'status eq "ACTIVE" and (profile.level lt 3 or profile.remote eq true)',
      true,
    ],
    [
      'status eq "STAGED" and profile.level gt 3 or profile.remote eq true',
      true,
    ],
  ])('%s is %s', (expression, expected) => {
    expect(matchesFilter(user, parseFilter(expression))).toBe(expected);
  });

  it.each([
    ['status', 'ends too early'],
    ['status is "ACTIVE"', "'is' is not an operator"],
    ['status eq ACTIVE', 'double quotes'],
    ['(status pr', 'ends too early'],
    ['status pr status pr', "'and' or 'or' was expected"],
    ['"a" eq "b"', 'An attribute was expected'],
    ['status eq "A" %', 'Not understood'],
  ])('%s is refused', (expression, message) => {
    expect(() => parseFilter(expression)).toThrow(message);
  });
});
