import type { Matcher } from '../selector/Matcher';

/** A share of something that is limited: what is used, and of what. Both have the same unit. */
export interface Resource {
  id: 'cpu' | 'memory' | 'heap' | 'pool';
  /** e.g. `Memory`. */
  title: string;
  /** Metric of what is used. */
  used: string;
  usedMatchers: readonly Matcher[];
  /** Metric of the limit. */
  limit: string;
  limitMatchers: readonly Matcher[];
  /** True for a counter of what is used: its rate is held against the limit. */
  counter?: boolean;
  /** Labels by which the limit is found where it has none of the entity's labels, as those of kube-state-metrics. */
  on?: readonly string[];
}

/** How a library or mesh names what it measures of HTTP requests. */
export interface Preset {
  name: string;
  /** Counter of requests. */
  requests: string;
  /** Of those that failed. */
  errors: readonly Matcher[];
  /** Histogram of durations, ends in `_bucket`. */
  buckets: string;
  /** How many of its units make a second: 1000 of milliseconds. */
  unitsPerSecond: number;
  /** That all of its requests must meet. */
  matchers: readonly Matcher[];
  /** Label that holds an entity's name where it has no selector; that of the config if absent. */
  serviceLabel?: string;
  resources: readonly Resource[];
}
