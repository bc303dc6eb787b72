import type { BudgetAlertView, Nanos } from '@portico/plugin-cost-common';
import type { Spending } from './Spending';

export type Threshold = BudgetAlertView['threshold'];

/** Those that weigh more come first: one is told for all. */
export const BY_WEIGHT: readonly Threshold[] = [
  'spent',
  'forecast',
  'most',
  'half',
];

/** So many days of a month have to be known before its forecast alarms anybody. */
const LEAST_DAYS = 5;
/** Percent that the middle of a forecast is over, if its whole range is not. */
const CLEARLY = 102n;

/**
 * Thresholds of a budget that a month has passed. The forecast counts where its whole likely range is over, or its
 * middle clearly is, and not in the first days: one that is over by a hair today is not tomorrow.
 */
export function thresholdsOf(
  budget: Nanos,
  { spent, forecast }: Spending,
  daysKnown: number,
): Threshold[] {
  const passed: Threshold[] = [];
  if (spent >= budget) passed.push('spent');
  if (forecast && spent < budget && daysKnown >= LEAST_DAYS) {
    const clearly = forecast.expected * 100n > budget * CLEARLY;
    if (forecast.low > budget || clearly) passed.push('forecast');
  }
  if (spent * 10n >= budget * 8n) passed.push('most');
  if (spent * 2n >= budget) passed.push('half');
  return passed;
}
