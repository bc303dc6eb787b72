import { dayAfter, weekdayOf } from '../outlook/days';
import type { DailyCost } from '../outlook/Rhythm';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Days of a service that grows, rests at weekends, and pays for support on the first of each month. */
export function madeUpDays(
  seed: number,
  part: {
    from?: string;
    count?: number;
    /** More a day than is usual, by day. */
    extra?: (day: string, usual: number) => number;
  } = {},
): DailyCost[] {
  const { from = '2025-10-01', count = 400, extra = () => 0 } = part;
  const random = randomFrom(seed);
  const base = 20 + 200 * random();
  const growth = 0.0015 * random();
  const weekend = 0.6 + 0.35 * random();
  const support = random() < 0.5 ? base * (1 + 3 * random()) : 0;
  const noise = 0.02 + 0.04 * random();
  const days: DailyCost[] = [];
  let day = from;
  for (let index = 0; index < count; index++, day = dayAfter(day)) {
    const bell = random() + random() + random() - 1.5;
    const rest = [0, 6].includes(weekdayOf(day)) ? weekend : 1;
    const usual =
      base * (1 + growth * index) * rest * (1 + noise * bell) +
      (day.endsWith('-01') ? support : 0);
    days.push({ day, cost: usual + extra(day, usual) });
  }
  return days;
}
