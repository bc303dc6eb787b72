import { allocate, type Nanos } from '@portico/plugin-cost-common';
import type { FixedCost } from './config/FixedCost';
import { periodOf, periodStart } from './periods';

const DAY_MS = 86_400_000;

/**
 * What a contract costs on a day: the amount of its period, spread evenly so that the period's days add up to it
 * exactly; undefined before it begins and after it ends. A period that is cut short counts the days that it has.
 */
export function costOnDay(cost: FixedCost, day: string): Nanos | undefined {
  const { amount, months, from, to } = cost;
  if (day < from || (to !== undefined && day > to)) return undefined;
  const period = periodOf(from, months, day);
  const start = periodStart(from, period * months);
  const next = periodStart(from, (period + 1) * months);
  const days = daysBetween(start, next);
  const parts = allocate(amount, Array<bigint>(days).fill(1n));
  return parts[daysBetween(start, day)];
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
