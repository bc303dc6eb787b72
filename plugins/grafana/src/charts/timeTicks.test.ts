import { timeTicks } from './timeTicks';

const at = (...parts: [number, number, number, number?, number?, number?]) =>
  new Date(...(parts as [number, number, number])).getTime();
const HOUR = 3_600_000;

describe('timeTicks', () => {
  it('stands at round times', () => {
    const from = new Date(2026, 10, 21, 13, 2, 30).getTime();
    const texts = timeTicks(from, from + HOUR, 4).map(({ text }) => text);
    expect(texts).toEqual(['13:15', '13:30', '13:45', '14:00']);
  });

  it('names the day where one begins', () => {
    const from = new Date(2026, 10, 20, 20).getTime();
    const texts = timeTicks(from, from + 9 * HOUR, 5).map(({ text }) => text);
    expect(texts).toEqual(['20:00', '22:00', '21 Nov', '02:00', '04:00']);
  });

  it('counts days by the calendar, where the clock changes too', () => {
    const from = at(2026, 2, 26);
    const ticks = timeTicks(from, at(2026, 3, 1), 8);
    expect(ticks.map(({ text }) => text)).toEqual([
      ...['26 Mar', '27 Mar', '28 Mar', '29 Mar', '30 Mar', '31 Mar', '1 Apr'],
    ]);
  });

  it('counts months and years', () => {
    const year = timeTicks(at(2025, 9, 5), at(2026, 9, 5), 6);
    expect(year.map(({ text }) => text)).toEqual([
      ...['2026', 'Apr', 'Jul', 'Oct'],
    ]);
    const many = timeTicks(at(2000, 0, 1), at(2026, 0, 1), 6);
    expect(many.map(({ text }) => text)).toEqual([
      ...['2000', '2005', '2010', '2015', '2020', '2025'],
    ]);
  });

  it('shows seconds where it must', () => {
    const from = new Date(2026, 10, 21, 13, 2, 0).getTime();
    const texts = timeTicks(from, from + 60_000, 3).map(({ text }) => text);
    expect(texts).toEqual(['13:02:00', '13:02:30', '13:03:00']);
  });

  it.each([
    [5, 5],
    [6, 5],
    [NaN, 5],
  ])('has none from %s to %s', (from, to) => {
    expect(timeTicks(from, to, 4)).toEqual([]);
  });
});
