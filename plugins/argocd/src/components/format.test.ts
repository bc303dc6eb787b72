import { formatAge, formatDuration, formatRevision } from './format';

it.each([
  [0, '0\u00a0s'],
  [59.9, '59\u00a0s'],
  [60, '1\u00a0min'],
  [7_199, '1\u00a0h'],
  [47 * 3600, '47\u00a0h'],
  [16 * 86_400, '16\u00a0days'],
])('writes %d s as %s', (seconds, text) =>
  expect(formatDuration(seconds)).toBe(text),
);

it('gives the age of a moment', () => {
  const now = Date.parse('2026-11-20T14:15:00Z');
  expect(formatAge('2026-11-20T14:00:00Z', now)).toBe('15\u00a0min ago');
});

it('cuts commits and leaves versions of charts whole', () => {
  expect(formatRevision('0f87988eea8995223a8d86097a53ca80364e484b')).toBe(
    '0f87988',
  );
  expect(formatRevision('12.4.1-rc.1')).toBe('12.4.1-rc.1');
});
