import {
  HEALTH_STATES,
  type HealthDay,
  type HealthHistory,
  type HealthPeriod,
  type HealthState,
} from '@portico/plugin-health-common';
import type { Hole } from './periods';

const DAY_MS = 86_400_000;

interface Span {
  from: number;
  until: number;
}

/**
 * Days of an uptime bar, oldest first, the last is today (UTC). The uptime is the share of the known time in
 * which it did not fail: a degraded service still serves.
 */
export function daysOf(
  periods: HealthPeriod[],
  holes: Hole[],
  days: number,
  now: Date,
): HealthHistory {
  const gaps = holes.map(spanOf(now));
  const spans = periods.map(period => ({
    state: period.state,
    ...spanOf(now)(period),
  }));
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  let known = 0;
  let failing = 0;
  const found = Array.from({ length: days }, (_, index): HealthDay => {
    const from = today - (days - 1 - index) * DAY_MS;
    const day = { from, until: Math.min(from + DAY_MS, now.getTime()) };
    const lasting = new Map<HealthState, number>();
    for (const span of spans) {
      const cut = overlap(span, day);
      if (cut) {
        const time = length(cut) - missing(cut, gaps);
        if (time > 0) {
          lasting.set(span.state, (lasting.get(span.state) ?? 0) + time);
        }
      }
    }
    const failed = lasting.get('failing') ?? 0;
    const knownTime =
      failed + (lasting.get('degraded') ?? 0) + (lasting.get('healthy') ?? 0);
    known += knownTime;
    failing += failed;
    return {
      day: new Date(from).toISOString().slice(0, 10),
      state: worst([...lasting.keys()]),
      ...(knownTime > 0 && { uptime: 1 - failed / knownTime }),
    };
  });
  return {
    days: found,
    knownSeconds: Math.round(known / 1000),
    ...(known >= DAY_MS && { uptime: 1 - failing / known }),
  };
}

/** A day that was known for a part says what it knows. */
function worst(states: HealthState[]): HealthState {
  const order: HealthState[] = [
    ...HEALTH_STATES.filter(state => state !== 'unknown'),
    'unknown',
  ];
  return order.find(state => states.includes(state)) ?? 'unknown';
}

function spanOf(now: Date) {
  return ({ from, until }: { from: string; until?: string }): Span => ({
    from: Date.parse(from),
    until: until ? Date.parse(until) : now.getTime(),
  });
}

function overlap(a: Span, b: Span): Span | undefined {
  const from = Math.max(a.from, b.from);
  const until = Math.min(a.until, b.until);
  return from < until ? { from, until } : undefined;
}

function missing(span: Span, gaps: Span[]): number {
  return gaps.reduce((sum, gap) => {
    const cut = overlap(span, gap);
    return sum + (cut ? length(cut) : 0);
  }, 0);
}

function length({ from, until }: Span): number {
  return until - from;
}
