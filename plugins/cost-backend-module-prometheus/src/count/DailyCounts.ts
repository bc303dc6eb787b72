import { moneyToDecimal, parseMoney } from '@portico/plugin-cost-common';
import type { DaySlice, UnitCount } from '@portico/plugin-cost-node';
import type { Labels, RangeSeries } from '@portico/plugin-prometheus-node';

const DAY_SECONDS = 86_400;

/** When a range query is asked, so that each point is the end of a day. */
export function dayEnds({ from, to }: DaySlice) {
  return {
    start: Date.parse(from) / 1000 + DAY_SECONDS,
    end: Date.parse(to) / 1000 + DAY_SECONDS,
    stepSeconds: DAY_SECONDS,
  };
}

/** Counts by entity and day, of series whose points are the ends of days. */
export class DailyCounts {
  readonly #counts = new Map<string, Map<string, number>>();

  /** @param refsOf whose a series is; what is nobody's is left out */
  add(
    series: readonly RangeSeries[],
    refsOf: (labels: Labels) => readonly string[],
  ): void {
    for (const { labels, values } of series) {
      for (const entityRef of refsOf(labels)) {
        const days = this.#counts.get(entityRef) ?? new Map<string, number>();
        this.#counts.set(entityRef, days);
        for (const [at, value] of values) {
          if (!Number.isFinite(value) || value < 0) continue;
          const day = new Date((at - DAY_SECONDS) * 1000)
            .toISOString()
            .slice(0, 10);
          days.set(day, (days.get(day) ?? 0) + value);
        }
      }
    }
  }

  all(): UnitCount[] {
    return [...this.#counts].flatMap(([entityRef, days]) =>
      [...days].map(([day, count]) => ({
        day,
        entityRef,
        count: moneyToDecimal(parseMoney(String(count))),
      })),
    );
  }
}
