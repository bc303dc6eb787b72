import type { QueryLimits } from '../promql/runQuery';
import type { RuleGroups } from '../rules/RuleGroups';
import type { SeriesSource } from '../series/SeriesSource';

/** What the HTTP API is built over. */
export interface PrometheusOptions {
  source: SeriesSource;
  /** The present moment; that of the machine if absent. */
  now?: () => Date;
  /** How the server is set up; as a new Prometheus if absent. */
  limits?: Partial<QueryLimits>;
  /** Rules and alerts; none if absent. */
  rules?: RuleGroups;
}
