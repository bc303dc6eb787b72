import { dayAfter, weekdayOf } from './days';
import { median, spread } from './robust';

/** What one day cost. */
export interface DailyCost {
  /** `YYYY-MM-DD`. */
  day: string;
  /** In units of the currency; a float serves, since this is reckoning and not the bill. */
  cost: number;
}

const WEEKS = 8;
/** A charge belongs to its day of the month if it came in so many of the last months. */
const MONTHS = 3;

/**
 * How a cost goes through the week and the month: factors of weekdays, and what comes on the same day of each month
 * (support fees, licences, reservations). Learnt from the past alone, by medians, so that a few odd days don't move it.
 */
export class Rhythm {
  readonly #weekday: number[];
  readonly #monthly: Map<number, number>;

  /**
   * @param past one entry a day without gaps, oldest first
   * @param months the same days as they were, where `past` has odd ones smoothed; monthly charges are odd days, too
   */
  constructor(past: readonly DailyCost[], months = past) {
    const recent = past.slice(-7 * WEEKS);
    const around = localLevels(recent);
    this.#weekday = Array.from({ length: 7 }, (_, weekday) => {
      const ratios = recent.flatMap(({ day, cost }, index) =>
        weekdayOf(day) === weekday && around[index] > 0
          ? [cost / around[index]]
          : [],
      );
      return ratios.length >= 2 ? median(ratios) : 1;
    });
    this.#monthly = monthlyCharges(months.slice(-31 * MONTHS), day =>
      this.factor(day),
    );
  }

  /** What a day of this weekday costs against the level. */
  factor(day: string): number {
    return this.#weekday[weekdayOf(day)];
  }

  /** What comes on this day of each month, beside the level. */
  monthly(day: string): number {
    return this.#monthly.get(Number(day.slice(8))) ?? 0;
  }

  /** A day's cost without its weekday and its monthly charges. */
  level({ day, cost }: DailyCost): number {
    const factor = this.factor(day);
    return factor > 0 ? (cost - this.monthly(day)) / factor : cost;
  }

  /** What a day costs at that level. */
  costAt(day: string, level: number): number {
    return level * this.factor(day) + this.monthly(day);
  }
}

/** Median of the week around each day: follows steps, and knows no weekdays. */
function localLevels(days: readonly DailyCost[]): number[] {
  return days.map((_, index) => {
    const from = Math.max(0, Math.min(index - 3, days.length - 7));
    return median(days.slice(from, from + 7).map(({ cost }) => cost));
  });
}

function monthlyCharges(
  days: readonly DailyCost[],
  factor: (day: string) => number,
): Map<number, number> {
  const around = localLevels(days);
  const beyond = days.map(
    ({ day, cost }, index) => cost - around[index] * factor(day),
  );
  const noise = Math.max(spread(beyond), 0.01 * median(around));
  const byDay = new Map<number, number[]>();
  days.forEach(({ day }, index) => {
    const date = Number(day.slice(8));
    byDay.set(date, [...(byDay.get(date) ?? []), beyond[index]]);
  });
  const charges = new Map<number, number>();
  for (const [date, found] of byDay) {
    const above = found.filter(value => value > 6 * noise);
    if (above.length >= 2 && above.length === found.length) {
      charges.set(date, median(above));
    }
  }
  return charges;
}

/** One entry a day from the first to the last, days without a cost at zero. */
export function withoutGaps(days: readonly DailyCost[]): DailyCost[] {
  const known = new Map(days.map(({ day, cost }) => [day, cost]));
  const sorted = [...known.keys()].sort();
  const all: DailyCost[] = [];
  if (sorted.length === 0) return all;
  const last = sorted[sorted.length - 1];
  for (let day = sorted[0]; day <= last; day = dayAfter(day)) {
    all.push({ day, cost: known.get(day) ?? 0 });
  }
  return all;
}
