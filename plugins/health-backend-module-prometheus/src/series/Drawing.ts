import type { HealthChart } from '@portico/plugin-health-common';

/** One line of a chart. */
export interface Line {
  name: string;
  /** PromQL of one number at each moment. */
  query: string;
}

/** What a chart shows, and what it is made from. */
export interface Drawing {
  unit: HealthChart['unit'];
  lines: Line[];
  limit?: HealthChart['limit'];
  /** PromQL that its evidence shows; the first line's if absent. */
  evidence?: string;
}
