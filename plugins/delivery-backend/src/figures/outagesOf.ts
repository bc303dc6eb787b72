import type { Period } from '../store/types';
import type { Moment } from './measureOf';

/** A time of failing that has ended. */
export interface Outage extends Moment {
  entityRef: string;
  seconds: number;
}

/**
 * The outages of one component: from when it fails until it is known to serve again. A time in which nobody
 * could tell is part of it.
 *
 * @param periods oldest first
 */
export function outagesOf(periods: Period[]): Outage[] {
  const outages: Outage[] = [];
  let began: number | undefined;
  for (const { entityRef, from, state } of periods) {
    const at = Date.parse(from);
    if (state === 'failing') began ??= at;
    else if (state !== 'unknown' && began !== undefined) {
      outages.push({ entityRef, at, seconds: (at - began) / 1000 });
      began = undefined;
    }
  }
  return outages;
}
