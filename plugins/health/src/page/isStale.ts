import type { HealthOverview } from '@portico/plugin-health-common';
import type { Live } from '@portico/ui';
import { lateness } from './lateness';

/** Whether what is shown may not be so any more: nobody answers, or nothing was collected for long. */
export function isStale(live: Live<HealthOverview>, now: Date): boolean {
  const { value, error } = live;
  return Boolean(error ?? (value && lateness(value, now)));
}
