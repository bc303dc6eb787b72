import { createHash } from 'node:crypto';
import type { SavingView } from '@portico/plugin-cost-common';

/** Something that could be had for less, with a monthly estimate in units of the base currency. */
export interface Saving
  extends Pick<SavingView, 'kind' | 'title' | 'detail' | 'resources'> {
  /** What tells it from others of its kind, the same each time. */
  key: string;
  entityRef?: string;
  monthly: number;
}

/** Days of a month, on average. */
const MONTH_DAYS = 30.4;
/** Less than that a month is not worth anybody's time, in units of the base currency. */
export const LEAST_MONTHLY = 5;

/** Of a month, from what some days cost. */
export function aMonth(cost: number, days: number): number {
  return days > 0 ? (cost / days) * MONTH_DAYS : 0;
}

/** The same for the same saving, at any time. */
export function savingId({ kind, entityRef, key }: Saving): string {
  return createHash('sha256')
    .update(JSON.stringify([kind, entityRef ?? null, key]))
    .digest('hex')
    .slice(0, 24);
}
