import { chance } from './chance';

const DAY_MS = 86_400_000;
/** What growth counts from. */
const BEGIN = Date.UTC(2026, 0, 1);
const YEARLY_GROWTH = 0.22;
const WEEKEND = 0.82;
const NOISE = 0.06;

/** How much of a usual day's traffic there was: growth, weekends, and a little chance. */
export function usageOn(day: string, what: string): number {
  const time = Date.parse(day);
  const growth = (1 + YEARLY_GROWTH) ** ((time - BEGIN) / (365 * DAY_MS));
  const rest = [0, 6].includes(new Date(time).getUTCDay()) ? WEEKEND : 1;
  return growth * rest * (1 + NOISE * (chance('usage', what, day) - 0.5));
}

/** How many days lie between two, the later one last. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
