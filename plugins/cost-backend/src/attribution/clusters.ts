import {
  attribute,
  type AttributionRule,
  type ClusterAllocation,
  type CostRow,
  type Split,
} from '@portico/plugin-cost-node';
import type { ConfiguredRule } from '../config/readRules';
import type { Basis } from './Basis';
import type { AllocatedWorkload, DayInput } from './DayInput';

/** A cluster's part of one environment, as splits name it. */
function partOf(cluster: string, environment: string): string {
  return `${cluster} ${environment}`;
}

/** What marks that its reserve is given to those who use it. */
const SHARED = '\u0000';

/**
 * Who used clusters on a day: each of them whole, and each of its environments. Workloads find their entity by their
 * labels as rows of a bill do by their tags.
 */
export function clustersOf(
  { day, workloads }: DayInput,
  basis: Basis,
): ClusterAllocation[] {
  const parts = new Map<string, AllocatedWorkload[]>();
  for (const workload of workloads) {
    const { cluster, environment } = workload;
    const names = [cluster, environment && partOf(cluster, environment)];
    for (const name of names) {
      if (name) parts.set(name, [...(parts.get(name) ?? []), workload]);
    }
  }
  return [...parts].flatMap(([cluster, members]) => {
    const weighed = { day, ...weigh(day, members, basis) };
    return [
      { ...weighed, cluster },
      { ...weighed, cluster: `${cluster}${SHARED}`, idle: 0n },
    ];
  });
}

function weigh(
  day: string,
  members: readonly AllocatedWorkload[],
  { subjects, tagKeys }: Basis,
): Pick<ClusterAllocation, 'weights' | 'idle' | 'nobody'> {
  const asked = members.filter(({ kind }) => kind === 'workload');
  const idle = members.filter(({ kind }) => kind === 'idle');
  const lines = attribute({
    rows: asked.map(workload => asRow(day, workload, tagKeys)),
    subjects,
    rules: [],
    tagKeys,
  });
  const weights = new Map<string, bigint>();
  const nobody = new Map<
    string,
    NonNullable<ClusterAllocation['nobody']>[number]
  >();
  for (const line of lines) {
    const weight = line.effectiveCost;
    if ('entityRef' in line) {
      const { entityRef } = line;
      weights.set(entityRef, (weights.get(entityRef) ?? 0n) + weight);
    } else {
      const { cause, found } = line;
      const key = `${cause} ${found}`;
      const known = nobody.get(key)?.weight ?? 0n;
      nobody.set(key, { cause, found, weight: known + weight });
    }
  }
  return {
    weights,
    idle: idle.reduce((sum, { weight }) => sum + weight, 0n),
    nobody: [...nobody.values()],
  };
}

function asRow(
  day: string,
  { service, labels, weight }: AllocatedWorkload,
  [tagKey]: readonly string[],
): CostRow {
  return {
    day,
    providerName: 'Kubernetes',
    billingAccountId: '',
    serviceCategory: 'Compute',
    serviceName: 'Kubernetes',
    // A workload without any label lacks the one that names a service.
    resourceId: 'workload',
    chargeCategory: 'Usage',
    tags: {
      ...labels,
      ...(service !== undefined && tagKey && { [tagKey]: service }),
    },
    billedCost: weight,
    effectiveCost: weight,
    billingCurrency: 'XXX',
  };
}

/**
 * Rules as they hold on a day: `all` are the components of the catalog, and a cluster's rows that name an environment
 * are split by that environment alone.
 */
export function rulesOn(
  { components, rules, environmentTag }: Basis,
  clusters: readonly ClusterAllocation[],
): AttributionRule[] {
  const known = clusters.map(it => it.cluster);
  return rules.flatMap((rule): AttributionRule[] => {
    const { split, ...rest } = rule;
    const whole = (cluster: string, idleShared?: boolean): Split => ({
      by: 'allocation',
      cluster: idleShared ? `${cluster}${SHARED}` : cluster,
    });
    if (split?.by !== 'allocation') {
      return [{ ...rest, ...(split && { split: among(split, components) }) }];
    }
    const begin = partOf(split.cluster, '');
    const environments = known
      .filter(name => name.startsWith(begin) && !name.endsWith(SHARED))
      .map(name => name.slice(begin.length));
    return [
      ...environments.map(
        (environment): AttributionRule => ({
          ...rest,
          when: [
            ...rest.when,
            { on: 'tag', key: environmentTag, value: environment },
          ],
          split: whole(partOf(split.cluster, environment), split.idleShared),
        }),
      ),
      { ...rest, split: whole(split.cluster, split.idleShared) },
    ];
  });
}

function among(
  split: Exclude<NonNullable<ConfiguredRule['split']>, { by: 'allocation' }>,
  components: readonly string[],
): Split {
  if (split.by === 'share') return split;
  return {
    by: split.by,
    among: split.among === 'all' ? [...components] : [...split.among],
  };
}
