import {
  multiplyMoney,
  parseMoney,
  type Nanos,
} from '@portico/plugin-cost-common';
import type { OpenCostLine } from '../client/OpenCostClient';
import type { OpenCostSettings } from '../config/OpenCostSettings';

/** A group of workloads that are alike in all that they are grouped by, or what is idle. */
export interface ClusterUse {
  /** `YYYY-MM-DD`. */
  day: string;
  isIdle: boolean;
  namespace?: string;
  controllerKind?: string;
  controller?: string;
  labels: Record<string, string>;
  service?: string;
  environment?: string;
  costs: {
    /** CPU, memory and accelerators. */
    compute: Nanos;
    storage: Nanos;
    /** Traffic and load balancers. */
    network: Nanos;
    shared: Nanos;
  };
  /** Of what was asked for, shared costs left aside. */
  used: Nanos;
}

const PROPERTIES = ['namespace', 'controllerKind', 'controller'] as const;
const NOBODYS = new Set(['__unallocated__', '__unmounted__']);

/** What workloads are grouped by: the order of the parts of a line's name. */
export function aggregateOf({ labels }: OpenCostSettings): string[] {
  return [...PROPERTIES, ...labels.map(label => `label:${label}`)];
}

/** Reads a line by what its group has in common, else by its name, whose parts are what it was grouped by. */
export function readLine(
  line: OpenCostLine,
  settings: OpenCostSettings,
): ClusterUse {
  const { serviceLabel, environmentLabel } = settings;
  const parts = line.name.split('/');
  const isIdle = parts.includes('__idle__');
  const named = (index: number) => (isIdle ? undefined : parts[index]);
  const { properties = {} } = line;
  const [namespace, controllerKind, controller] = PROPERTIES.map((key, index) =>
    known(properties[key] ?? named(index)),
  );
  const labels: Record<string, string> = {};
  settings.labels.forEach((label, index) => {
    const part = named(PROPERTIES.length + index);
    const value = known(
      // Older versions write `app=orders`.
      properties.labels?.[label] ?? part?.replace(`${label}=`, ''),
    );
    if (value !== undefined) labels[label] = value;
  });
  const cpu = costOf(line, 'cpu');
  const ram = costOf(line, 'ram');
  const gpu = costOf(line, 'gpu');
  const storage = costOf(line, 'pv');
  const network = costOf(line, 'network') + costOf(line, 'loadBalancer');
  return {
    day: line.window.start.slice(0, 10),
    isIdle,
    namespace,
    controllerKind,
    controller,
    labels,
    service: labels[serviceLabel],
    environment: labels[environmentLabel] ?? settings.environment,
    costs: {
      compute: cpu + ram + gpu,
      storage,
      network,
      shared: money(line.sharedCost),
    },
    used:
      usedOf(cpu, line.cpuEfficiency) +
      usedOf(ram, line.ramEfficiency) +
      gpu +
      storage +
      network,
  };
}

/** What stands for nothing is nothing. */
function known(text: string | undefined): string | undefined {
  return !text || NOBODYS.has(text) ? undefined : text;
}

/** With what was corrected later by the cloud's bill. */
function costOf(
  line: OpenCostLine,
  what: 'cpu' | 'ram' | 'gpu' | 'pv' | 'network' | 'loadBalancer',
): Nanos {
  const sum = money(line[`${what}Cost`]) + money(line[`${what}CostAdjustment`]);
  return sum > 0n ? sum : 0n;
}

function usedOf(cost: Nanos, efficiency = 1): Nanos {
  const part = Math.min(1, Math.max(0, efficiency));
  return multiplyMoney(cost, money(part));
}

/** A float by its shortest decimal. What is no number (an efficiency of nothing) counts as nothing. */
function money(amount: number | null | undefined): Nanos {
  return Number.isFinite(amount) ? parseMoney(String(amount)) : 0n;
}
