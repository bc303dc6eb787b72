import { chance, nodeCount, usageOn } from '../../billing';

import type { World } from '../../world';

/** Of an m6i.2xlarge, 8 vCPU and 32 GiB, at 0.384 USD an hour; split as OpenCost's own prices are. */
export const CPU_HOUR_USD = 0.0312;
export const GIB_HOUR_USD = 0.0042;
const NODE = { cores: 8, gib: 32 };
const SIZES = { production: 1, staging: 0.25, dev: 0.15 } as const;

/** What one workload asks for on a day. */
export interface Workload {
  name: string;
  namespace: string;
  environment: string;
  pods: number;
  /** Of all pods together, as requested. */
  cores: number;
  gib: number;
  /** Part of it that is used. */
  used: number;
  labels: Record<string, string>;
}

/** What the cluster has in an environment. */
export interface Capacity {
  environment: string;
  nodes: number;
  cores: number;
  gib: number;
}

/** Workloads of a day, `YYYY-MM-DD`. */
export function workloadsOn(world: World, day: string): Workload[] {
  return world.components
    .filter(({ replicas }) => replicas > 0)
    .flatMap(({ name, owner, namespace, replicas }) =>
      Object.entries(SIZES).map(([environment, size]) => {
        const pods = Math.max(1, Math.round(replicas * size));
        return {
          name,
          environment,
          pods,
          namespace:
            environment === 'production'
              ? namespace
              : `${namespace}-${environment}`,
          cores: pods * (0.25 + 0.5 * chance('cores', name)),
          gib: pods * (0.5 + 1.5 * chance('memory', name)),
          // Most use much of what they ask for; some ask for far too much.
          used: Math.min(
            0.9,
            (0.25 + 0.5 * chance('used', name)) * usageOn(day, name),
          ),
          labels: { app: name, team: owner, environment },
        };
      }),
    );
}

export function capacityOf(world: World): Capacity[] {
  return (['production', 'staging', 'dev'] as const).map(environment => {
    const nodes = nodeCount(world, environment);
    return {
      environment,
      nodes,
      cores: nodes * NODE.cores,
      gib: nodes * NODE.gib,
    };
  });
}
