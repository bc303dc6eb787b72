import { allocate, type Nanos } from '@portico/plugin-cost-common';
import type {
  Allocations,
  IdleAllocation,
  WorkloadAllocation,
} from '@portico/plugin-cost-node';
import type { OpenCostSettings } from '../config/OpenCostSettings';
import type { ClusterUse } from './readLine';

/** What of a day no workload asked for, in each environment. */
type Days<T> = Map<string, Map<string | undefined, T>>;

/**
 * Weights by which a cluster's rows are split. OpenCost does not say on whose nodes it is idle, so what is idle is that
 * of each environment in proportion to what it asked for.
 */
export function toAllocations(
  uses: readonly ClusterUse[],
  { cluster, currency }: OpenCostSettings,
): Allocations {
  const workloads: WorkloadAllocation[] = [];
  const asked: Days<Nanos> = new Map();
  const idle = new Map<string, Nanos>();
  for (const use of uses) {
    const { day, environment, costs } = use;
    const requested = costs.compute + costs.storage + costs.network;
    if (use.isIdle) {
      idle.set(day, (idle.get(day) ?? 0n) + requested);
      continue;
    }
    const { namespace, controller, labels, service, used } = use;
    const { shared } = costs;
    const sums = asked.get(day) ?? new Map<string | undefined, Nanos>();
    asked.set(day, sums);
    sums.set(environment, (sums.get(environment) ?? 0n) + requested);
    workloads.push({
      day,
      cluster,
      environment,
      namespace,
      controller,
      labels,
      service,
      requested,
      used: used < requested ? used : requested,
      shared,
    });
  }
  const spread = [...idle].flatMap(([day, amount]): IdleAllocation[] => {
    const sums = [...(asked.get(day) ?? [[undefined, 1n] as const])];
    const parts = allocate(
      amount,
      sums.map(([, weight]) => weight),
    );
    return sums.map(([environment], index) => ({
      day,
      cluster,
      environment,
      idle: parts[index],
    }));
  });
  return { workloads, idle: spread, currency };
}
