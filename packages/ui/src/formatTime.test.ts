import {
  formatAge,
  formatDuration,
  formatLasting,
  formatRoughly,
  formatSince,
} from './formatTime';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('formatDuration', () => {
  it.each([
    [0, 'under 1 s'],
    [0.04, '0.1 s'],
    [0.84, '0.8 s'],
    [41, '41 s'],
    [65, '1 min 5 s'],
    [180, '3 min'],
    [3900, '1 h 5 min'],
    [7200, '2 h'],
    [86400, '1 day'],
    [266400, '3 days 2 h'],
  ])('%s s is %s', (seconds, words) => {
    expect(plain(formatDuration(seconds))).toBe(words);
  });
});

describe('formatRoughly', () => {
  it.each([
    [-3, '0 s'],
    [59.9, '59 s'],
    [239, '3 min'],
    [90_000, '25 h'],
    [200_000, '2 days'],
  ])('%s s is %s', (seconds, words) => {
    expect(plain(formatRoughly(seconds))).toBe(words);
  });

  it('tells how long ago', () => {
    const now = new Date('2026-11-18T14:00:00Z');
    expect(plain(formatAge(new Date('2026-11-18T11:00:00Z'), now))).toBe(
      '3 h ago',
    );
  });
});

describe('formatLasting', () => {
  it.each([
    [12, 'under 1 min'],
    [2_465, '41 min'],
    [17_550, '4 h 52 min'],
    [90_000, '1 day'],
    [200_000, '2 days'],
  ])('%s s is %s', (seconds, words) => {
    expect(plain(formatLasting(seconds))).toBe(words);
  });
});

describe('formatSince', () => {
  const now = new Date('2026-11-18T14:00:00');
  it.each([
    ['2026-11-18T13:50:00', '13:50'],
    ['2026-11-02T13:50:00', '2 Nov'],
  ])('%s is %s', (at, words) => {
    expect(formatSince(new Date(at), now)).toBe(words);
  });
});
