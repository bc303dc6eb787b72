import type { CostRow } from '@portico/plugin-cost-node';

/** A row of the table. */
export interface ChargedRow {
  chargeId: number;
  sourceId: string;
  /** In the currency of the bill. */
  row: CostRow;
}

/** What a workload asked for, or what nobody did. */
export interface AllocatedWorkload {
  kind: 'workload' | 'idle';
  cluster: string;
  environment?: string;
  /** What the label that names a service says. */
  service?: string;
  labels: Readonly<Record<string, string>>;
  weight: bigint;
}

/** All that is known of one day, before anybody pays. */
export interface DayInput {
  /** `YYYY-MM-DD`. */
  day: string;
  rows: readonly ChargedRow[];
  workloads: readonly AllocatedWorkload[];
}
