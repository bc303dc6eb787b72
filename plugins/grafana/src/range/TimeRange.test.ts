import { formatEnd, parseEnd, rangeWords } from './rangeWords';
import { momentOf, spanOf } from './TimeRange';

/** A Friday, in the zone of whoever runs the test. */
const NOW = new Date(2026, 10, 20, 14, 2, 31).getTime();
const local = (...parts: [number, number, number, number?, number?]) =>
  new Date(...(parts as [number, number, number])).getTime();

describe('ends of a range', () => {
  it.each([
    ['now', NOW],
    ['now-6h', NOW - 6 * 3_600_000],
    ['now-1d+30m', new Date(2026, 10, 19, 14, 32, 31).getTime()],
    ['now/d', local(2026, 10, 20)],
    ['now/w', local(2026, 10, 16)],
    ['now-1M/M', local(2026, 9, 1)],
    ['now/Q', local(2026, 9, 1)],
    ['1763647351000', 1763647351000],
  ])('%s begins where Grafana has it', (expression, moment) => {
    expect(momentOf(expression, false, NOW)).toBe(moment);
  });

  it.each([
    ['now/d', local(2026, 10, 21) - 1],
    ['now-1d/d', local(2026, 10, 20) - 1],
  ])('%s ends with the last millisecond of its unit', (expression, moment) => {
    expect(momentOf(expression, true, NOW)).toBe(moment);
  });

  it.each(['', 'yesterday', 'now-6x', 'now-', '12'])('“%s” is none', text => {
    expect(momentOf(text, false, NOW)).toBeUndefined();
  });

  it('are no range the wrong way round', () => {
    expect(spanOf({ from: 'now', to: 'now-1h' }, NOW)).toBeUndefined();
  });
});

describe('ranges in words', () => {
  const ms = (hours: number, day = 20) =>
    String(new Date(2026, 10, day, hours).getTime());

  it.each([
    ['now-6h', 'now', 'Last 6 hours'],
    ['now-45m', 'now', 'Last 45 minutes'],
    ['now-1d/d', 'now-1d/d', 'Yesterday'],
    [ms(13), ms(14), '2026-11-20 13:00 to 14:00'],
    [
      new Date(Number(ms(13))).toISOString(),
      new Date(Number(ms(14))).toISOString(),
      '2026-11-20 13:00 to 14:00',
    ],
    [ms(13), ms(14, 21), '2026-11-20 13:00 to 2026-11-21 14:00'],
    ['now-2h', 'now-1h', 'now-2h to now-1h'],
  ])('%s to %s', (from, to, words) => {
    expect(rangeWords({ from, to })).toBe(words);
  });

  it('reads back what it wrote', () => {
    expect(parseEnd(formatEnd(ms(13)), false)).toBe(ms(13));
  });

  it('takes a day as its end for the whole of it', () => {
    expect(parseEnd('2026-11-20', true)).toBe(ms(0, 21));
    expect(parseEnd('last week', false)).toBeUndefined();
  });
});
