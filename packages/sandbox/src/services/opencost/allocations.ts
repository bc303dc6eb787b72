import { CLUSTER } from '../../billing';
import type { World } from '../../world';
import type { Window } from './window';
import {
  capacityOf,
  CPU_HOUR_USD,
  GIB_HOUR_USD,
  workloadsOn,
  type Workload,
} from './workloads';

const DAY_MS = 86_400_000;
const GIB = 2 ** 30;

/** One line of the answer, as OpenCost names its members. */
export interface Allocation {
  name: string;
  properties: {
    cluster: string;
    namespace?: string;
    controller?: string;
    controllerKind?: string;
    labels?: Record<string, string>;
  };
  window: { start: string; end: string };
  start: string;
  end: string;
  minutes: number;
  cpuCores: number;
  cpuCoreHours: number;
  cpuCost: number;
  cpuEfficiency: number;
  ramBytes: number;
  ramByteHours: number;
  ramCost: number;
  ramEfficiency: number;
  gpuCost: number;
  networkCost: number;
  pvCost: number;
  loadBalancerCost: number;
  sharedCost: number;
  externalCost: number;
  totalCost: number;
  totalEfficiency: number;
}

/** What goes into `aggregate`: reads the part of a name that a workload has, undefined where it has none. */
export type Aggregate = (workload: Workload) => string | undefined;

const PROPERTIES: Record<string, Aggregate> = {
  cluster: () => CLUSTER,
  namespace: ({ namespace }) => namespace,
  controller: ({ name }) => name,
  controllerKind: () => 'deployment',
  deployment: ({ name }) => name,
  service: ({ name }) => name,
};

/** Reads `aggregate`, e.g. `namespace,label:app`; undefined for a part that there is not. */
export function readAggregate(text: string): Aggregate[] | undefined {
  const parts = text.split(',').map((part): Aggregate | undefined => {
    const [, label] = /^label:(.+)$/.exec(part) ?? [];
    return label ? ({ labels }) => labels[label] : PROPERTIES[part];
  });
  return parts.every(part => part !== undefined) ? parts : undefined;
}

/** What each name was allocated in a window, by what its workloads asked for; the rest of the nodes is `__idle__`. */
export function allocate(
  world: World,
  { start, end }: Window,
  options: { aggregate: Aggregate[]; includeIdle: boolean },
): Record<string, Allocation> {
  const lines = new Map<string, Allocation>();
  const line = (name: string, workload?: Workload) => {
    const found = lines.get(name) ?? empty(name, { start, end }, workload);
    lines.set(name, found);
    return found;
  };
  for (let at = start; at < end; ) {
    const midnight = (Math.floor(at / DAY_MS) + 1) * DAY_MS;
    const until = Math.min(end, midnight);
    const hours = (until - at) / 3_600_000;
    const day = new Date(at).toISOString().slice(0, 10);
    let cores = 0;
    let gib = 0;
    for (const workload of workloadsOn(world, day)) {
      const name = options.aggregate
        .map(part => part(workload) ?? '__unallocated__')
        .join('/');
      add(line(name, workload), workload, hours);
      cores += workload.cores;
      gib += workload.gib;
    }
    if (options.includeIdle) {
      const all = capacityOf(world);
      const sum = (of: 'cores' | 'gib') =>
        all.reduce((total, one) => total + one[of], 0);
      add(
        line('__idle__'),
        { cores: sum('cores') - cores, gib: sum('gib') - gib, used: 0 },
        hours,
      );
    }
    at = until;
  }
  return Object.fromEntries([...lines].map(([name, one]) => [name, done(one)]));
}

function add(
  line: Allocation,
  { cores, gib, used }: Pick<Workload, 'cores' | 'gib' | 'used'>,
  hours: number,
): void {
  line.cpuCoreHours += cores * hours;
  line.cpuCost += cores * hours * CPU_HOUR_USD;
  line.cpuEfficiency += used * cores * hours;
  line.ramByteHours += gib * GIB * hours;
  line.ramCost += gib * hours * GIB_HOUR_USD;
  line.ramEfficiency += used * gib * GIB * hours;
}

function empty(
  name: string,
  { start, end }: Window,
  workload: Workload | undefined,
): Allocation {
  const window = {
    start: new Date(start).toISOString(),
    end: new Date(end).toISOString(),
  };
  return {
    name,
    properties: {
      cluster: CLUSTER,
      ...(workload && {
        namespace: workload.namespace,
        controller: workload.name,
        controllerKind: 'deployment',
        labels: workload.labels,
      }),
    },
    window,
    ...window,
    minutes: (end - start) / 60_000,
    cpuCores: 0,
    cpuCoreHours: 0,
    cpuCost: 0,
    cpuEfficiency: 0,
    ramBytes: 0,
    ramByteHours: 0,
    ramCost: 0,
    ramEfficiency: 0,
    gpuCost: 0,
    networkCost: 0,
    pvCost: 0,
    loadBalancerCost: 0,
    sharedCost: 0,
    externalCost: 0,
    totalCost: 0,
    totalEfficiency: 0,
  };
}

/** With what follows from the sums. */
function done(line: Allocation): Allocation {
  const hours = line.minutes / 60;
  const totalCost = line.cpuCost + line.ramCost;
  const cpuEfficiency = line.cpuEfficiency / line.cpuCoreHours;
  const ramEfficiency = line.ramEfficiency / line.ramByteHours;
  return {
    ...line,
    cpuCores: line.cpuCoreHours / hours,
    ramBytes: line.ramByteHours / hours,
    cpuEfficiency,
    ramEfficiency,
    totalCost,
    totalEfficiency:
      (cpuEfficiency * line.cpuCost + ramEfficiency * line.ramCost) / totalCost,
  };
}
