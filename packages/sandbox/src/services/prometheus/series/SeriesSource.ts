/** Label names and values; `__name__` is the metric's name. */
export type Labels = Readonly<Record<string, string>>;

/** One value of a series. */
export interface Sample {
  /** Milliseconds since 1970. */
  at: number;
  value: number;
}

/** What a selector asks of a label; a regular expression is anchored at both ends, as Prometheus has it. */
export interface Matcher {
  name: string;
  operator: '=' | '!=' | '=~' | '!~';
  value: string;
}

/** What `rate` and `increase` need of a counter, so that nobody reads the 80,000 samples of 28 days. */
export interface CounterWindow {
  first: Sample;
  last: Sample;
  /** Samples in the window. */
  count: number;
  /** Sum of the values that were lost at resets: the value before each of them. */
  lost: number;
}

export interface Series {
  labels: Labels;
  /** Samples with `after` < at <= `until`, oldest first. */
  samples(after: number, until: number): Sample[];
  /** The same answer as over `samples`, in constant time; undefined where there are no samples. Only counters have it. */
  counterWindow?(after: number, until: number): CounterWindow | undefined;
}

/** Where the sandbox's Prometheus has its series from: the world, or samples that a test loads. */
export interface SeriesSource {
  /** Series that match all of `matchers` and may have samples with `after` < at <= `until`. */
  select(matchers: Matcher[], after: number, until: number): Series[];
}
