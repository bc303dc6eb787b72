import { dayAfter, monthEnd } from './days';
import { Rhythm, type DailyCost } from './Rhythm';
import { median, slope, spread } from './robust';

/** Days that the level of today is taken from, and those that the trend is. */
const LEVEL_DAYS = 10;
const TREND_DAYS = 28;
/** A trend goes on for half of what is left, no more. */
const DAMPING = 0.5;
/** Four in five months end inside the range (of a normal distribution). */
const WIDTH = 1.2816;

/** What a month will have cost when it is over. */
export interface MonthForecast {
  /** Of the whole month, with what is spent. */
  expected: number;
  low: number;
  high: number;
  /** What each of the remaining days is expected to cost. */
  days: DailyCost[];
}

/**
 * Foretells the end of the month of the last day: the level of the last ten days, its trend damped, with the rhythm of
 * weekdays and monthly charges. The range holds the noise of single days and what the level itself may be off by.
 *
 * @param past one entry a day without gaps, oldest first, to the last day that is known whole
 * @returns undefined where a week is not known yet
 */
export function forecastMonth(
  past: readonly DailyCost[],
): MonthForecast | undefined {
  if (past.length < 7) return undefined;
  const last = past[past.length - 1].day;
  const month = last.slice(0, 7);
  const spent = past
    .filter(({ day }) => day.startsWith(month))
    .reduce((sum, { cost }) => sum + cost, 0);
  const rhythm = new Rhythm(past);
  const levels = past.slice(-TREND_DAYS).map(day => rhythm.level(day));
  const recent = levels.slice(-LEVEL_DAYS);
  const level = median(recent);
  const daily = slope(levels);
  const days: DailyCost[] = [];
  const end = monthEnd(last);
  // The median of the last days is the level of their middle.
  let ahead = recent.length / 2;
  for (let day = dayAfter(last); day <= end; day = dayAfter(day)) {
    ahead += 1;
    const at = Math.max(0, level + DAMPING * daily * ahead);
    days.push({ day, cost: rhythm.costAt(day, at) });
  }
  const expected = spent + days.reduce((sum, { cost }) => sum + cost, 0);
  const noise = spread(levels.map((value, at) => value - daily * at));
  const left = days.length;
  // Days are off each by themselves; the level (a median) and its trend are off for all of them alike.
  const ofLevel = (1.2533 * left) / Math.sqrt(recent.length);
  const ofTrend = (Math.sqrt(12) / levels.length ** 1.5) * (left ** 2 / 2);
  const chance = WIDTH * noise * Math.hypot(Math.sqrt(left), ofLevel, ofTrend);
  // The trend may go on whole, or end today.
  const off = chance + Math.abs(daily) * DAMPING * (left ** 2 / 2);
  return {
    expected,
    low: Math.max(spent, expected - off),
    high: expected + off,
    days,
  };
}
