import { formatDuration, formatSince } from './format';

describe('formatDuration', () => {
  it.each([
    [0, '0\u00a0s'],
    [41, '41\u00a0s'],
    [60, '1\u00a0min'],
    [185, '3\u00a0min 5\u00a0s'],
    [3600, '1\u00a0h'],
    [3725, '1\u00a0h 2\u00a0min'],
  ])('writes %d s as %s', (seconds, text) =>
    expect(formatDuration(seconds)).toBe(text),
  );
});

describe('formatSince', () => {
  const now = new Date(2026, 10, 20, 14, 2);
  it('gives the time today and the day before', () => {
    expect(formatSince(new Date(2026, 10, 20, 13, 50).toISOString(), now)).toBe(
      '13:50',
    );
    expect(formatSince(new Date(2026, 10, 18, 13, 50).toISOString(), now)).toBe(
      '18 Nov',
    );
  });
});
