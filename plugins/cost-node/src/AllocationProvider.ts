import type { Nanos } from '@portico/plugin-cost-common';
import type { DaySlice } from './CostProvider';

/** What one workload of a cluster had on a day. */
export interface WorkloadAllocation {
  /** `YYYY-MM-DD`, UTC. */
  day: string;
  /** As `split: { byCluster }` of a rule names it. */
  cluster: string;
  /** From a label or its namespace, where one says so. */
  environment?: string;
  namespace?: string;
  /** Deployment, stateful set or the like. */
  controller?: string;
  /** Of its pods, as they stand in the cluster. */
  labels: Readonly<Record<string, string>>;
  /** What the label that names a service says, e.g. `orders`; undefined where it is not set. */
  service?: string;
  /** What it asked for, at the cluster's own prices: the weight by which rows of the cluster are split. */
  requested: Nanos;
  /** How much of that it used, at the same prices; at most `requested`. */
  used: Nanos;
  /** Its part of what the cluster's tool calls shared (e.g. `kube-system`), in no other number here. */
  shared: Nanos;
}

/** What a cluster had on a day and no workload asked for, at the same prices. */
export interface IdleAllocation {
  day: string;
  cluster: string;
  environment?: string;
  idle: Nanos;
}

/** All of a slice's days that are known; a day without any workload is left out. */
export interface Allocations {
  workloads: WorkloadAllocation[];
  idle: IdleAllocation[];
  /** ISO 4217: what the prices are in. They only say proportions. */
  currency: string;
}

/**
 * Says who asked for what in a cluster, day by day, so that what the cloud bills for its nodes can be split. It is no
 * bill: nothing of it is added to one. Asked again, the days of a slice take the place of what was known.
 */
export interface AllocationProvider {
  /** Unique, e.g. `opencost:mini-org`. */
  readonly id: string;
  /** As people read it, e.g. `OpenCost mini-org`. */
  readonly title: string;
  /** Clusters that it speaks of. */
  readonly clusters: readonly string[];
  /** How many days back a day may still change. */
  readonly restatedDays: number;
  /** Days of one slice of the backfill. */
  readonly sliceDays: number;
  /** @throws where the slice can't be had whole; nothing of it counts then */
  pull(slice: DaySlice, options: { signal: AbortSignal }): Promise<Allocations>;
}
