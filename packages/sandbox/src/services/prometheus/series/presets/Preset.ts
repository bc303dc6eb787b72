/** What a part of the requests asked for and got. */
export interface RequestKind {
  method: string;
  /** As the preset's library writes it, e.g. `/orders/:id`. */
  route: string;
  status: string;
}

/** How a library names what it measures of requests. */
export interface Preset {
  /** Name of the histogram without `_bucket`, `_count` and `_sum`. */
  histogram: string;
  /** A counter of requests beside it, if there is one. */
  counter?: string;
  /** Upper bounds of the buckets in the histogram's unit, without infinity. */
  bounds: readonly number[];
  /** How many of the histogram's units make a second. */
  perSecond: number;
  /** How it writes a part of a path that varies: `:id` or `{id}`. */
  placeholder: string;
  /** How many routes it tells apart. */
  routes: number;
  labels(kind: RequestKind, service: string): Record<string, string>;
}
