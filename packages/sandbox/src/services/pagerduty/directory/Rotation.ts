import type { Collection, Kit } from '../../../kit';

const WEEK_MS = 7 * 86_400_000;
/** Shifts change on Mondays at 09:00 UTC. */
const HANDOFF_MS = 9 * 3_600_000;
/** 1970 began on a Thursday; this was the first Monday. */
const FIRST_MONDAY_MS = 4 * 86_400_000;

/** One week of being on call; times in milliseconds since 1970. */
export interface Shift {
  /** 0 for the week in which the sandbox was seeded. */
  week: number;
  startsAt: number;
  endsAt: number;
}

/** Weeks, counted from the one in which the sandbox was seeded: there the first of each list is on call. */
export class Rotation {
  readonly #settings: Collection<number>;
  readonly #kit: Kit;

  constructor(kit: Kit) {
    this.#kit = kit;
    this.#settings = kit.store.collection('pagerduty', 'settings');
  }

  seed(): void {
    this.#settings.put('firstWeek', weekOf(this.#kit.clock.now().getTime()));
  }

  shiftAt(time: number): Shift {
    const week = weekOf(time);
    const startsAt = FIRST_MONDAY_MS + HANDOFF_MS + week * WEEK_MS;
    return {
      week: week - (this.#settings.get('firstWeek') ?? 0),
      startsAt,
      endsAt: startsAt + WEEK_MS,
    };
  }

  /** Shifts that overlap a time, oldest first. */
  shiftsBetween(since: number, until: number): Shift[] {
    const shifts = [this.shiftAt(since)];
    for (let next = shifts[0].endsAt; next < until; next += WEEK_MS) {
      shifts.push(this.shiftAt(next));
    }
    return shifts;
  }
}

function weekOf(time: number): number {
  return Math.floor((time - FIRST_MONDAY_MS - HANDOFF_MS) / WEEK_MS);
}
