import { parseMoney } from '@portico/plugin-cost-common';
import { daysFrom } from '../../store/days';
import { monthFrame } from '../time/MonthFrame';
import { levelSince } from './levelSince';

const DAYS = daysFrom('2026-10-01', '2026-11-19');
const frame = monthFrame('2026-11', {
  known: new Set(DAYS),
  through: '2026-11-19',
  today: '2026-11-20',
});

function since(cost: (day: string, at: number) => number) {
  return levelSince(
    frame,
    new Map(DAYS.map((day, at) => [day, parseMoney(cost(day, at).toFixed(4))])),
  );
}

describe('levelSince', () => {
  it('names the first day of a level', () => {
    const noise = (at: number) => ((at * 7) % 5) / 20;
    expect(since((day, at) => (day < '2026-11-12' ? 2 : 6) + noise(at))).toBe(
      '2026-11-12',
    );
    expect(since(day => (day < '2026-10-20' ? 9 : 1))).toBe('2026-10-20');
  });

  it('names none for what grows day by day, rests at weekends, stays, or was odd for a day', () => {
    expect(since((_day, at) => 3 + at / 10)).toBeUndefined();
    expect(since((_day, at) => (at % 7 < 2 ? 2 : 3))).toBeUndefined();
    expect(since(() => 4)).toBeUndefined();
    expect(since(day => (day === '2026-11-10' ? 90 : 4))).toBeUndefined();
  });
});
