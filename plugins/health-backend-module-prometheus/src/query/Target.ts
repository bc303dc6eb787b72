import type { Objective } from '@portico/plugin-health-common';
import type { HealthSubject } from '@portico/plugin-health-node';
import type { SeriesTarget } from '@portico/plugin-prometheus-node';

/** An entity, how its series are found, and what it promises. */
export interface Target extends SeriesTarget {
  subject: HealthSubject;
  objectives: readonly Objective[];
}
