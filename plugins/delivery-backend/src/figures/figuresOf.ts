import type { DeliveryFigures, Sample } from '@portico/plugin-delivery-common';
import type { Facts } from './Facts';
import { measureOf, type Moment, type Window } from './measureOf';
import { quantile } from './quantile';

const WEEK_DAYS = 7;

/** Why health can't be asked, if so. */
export interface Unknowns {
  health?: string;
}

/** The four figures of some components. */
export function figuresOf(
  facts: Facts,
  window: Window,
  unknowns: Unknowns = {},
): DeliveryFigures {
  const { health } = unknowns;
  const known = facts.judged.filter(it => it.known);
  const failures = measureOf(known, window, items => {
    const count = items.filter(({ failure }) => failure).length;
    const n = items.length;
    return { n, count, ...(n > 0 && { value: count / n }) };
  });
  const restored = measureOf(facts.outages, window, medianOf);
  return {
    deployments: measureOf(facts.judged, window, (items, days) => ({
      n: items.length,
      value: items.length / (days / WEEK_DAYS),
    })),
    leadTime: measureOf(facts.leadTimes, window, items => ({
      ...medianOf(items),
      p90: quantile(secondsOf(items), 0.9),
    })),
    changeFailureRate: health
      ? { ...failures, value: undefined, unknown: health }
      : failures,
    timeToRestore: health
      ? { ...restored, value: undefined, unknown: health }
      : restored,
  };
}

interface Lasting extends Moment {
  seconds: number;
}

/** Median seconds, and of how many. */
export function medianOf(items: Lasting[]): Sample {
  return { n: items.length, value: quantile(secondsOf(items), 0.5) };
}

function secondsOf(items: Lasting[]): number[] {
  return items.map(({ seconds }) => seconds);
}
