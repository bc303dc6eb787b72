import type { DaySlice } from './CostProvider';

/** An entity that units may be counted of. */
export interface UnitSubject {
  /** e.g. `component:default/orders`. */
  entityRef: string;
  /** `metadata.name`. */
  name: string;
  /** `metadata.annotations`: they say where its metrics are. */
  annotations: Readonly<Record<string, string>>;
}

/** How many an entity had on a day. */
export interface UnitCount {
  /** `YYYY-MM-DD`, UTC. */
  day: string;
  entityRef: string;
  /** Decimal, not negative, e.g. `112400000`. */
  count: string;
}

/**
 * Counts what cost is divided by: requests, orders, customers. Days that nothing is known of are left out; asked again,
 * the days of a slice take the place of what was known.
 */
export interface UnitProvider {
  /** Unique, e.g. `prometheus:requests`. */
  readonly id: string;
  /** As `cost.unitCosts` names it, e.g. `requests`. */
  readonly unit: string;
  /** Where it comes from, as people read it, e.g. `Prometheus`. */
  readonly title: string;
  /** Days of one slice of the backfill. */
  readonly sliceDays: number;
  /**
   * @param options.subjects those that counts are wanted for
   * @throws where the slice can't be had whole; nothing of it counts then
   */
  pull(
    slice: DaySlice,
    options: { signal: AbortSignal; subjects: readonly UnitSubject[] },
  ): Promise<UnitCount[]>;
}
