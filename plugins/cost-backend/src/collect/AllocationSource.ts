import type { AllocationProvider, DaySlice } from '@portico/plugin-cost-node';
import type { Dictionary } from '../store/Dictionary';
import type { Workload } from '../store/dictionaries';
import type { DayRows, PulledSlice, Source } from './Source';

/** Who asked for what in a cluster. */
export class AllocationSource implements Source {
  readonly id: string;
  readonly title: string;
  readonly kind = 'estimated';
  readonly role = 'allocation';
  readonly restatedDays: number;
  readonly sliceDays: number;
  readonly table = {
    name: 'cost_allocation',
    columns: {
      workload_id: 'int',
      requested: 'bigint',
      used: 'bigint',
      shared: 'bigint',
    },
  } as const;
  readonly #provider: AllocationProvider;
  readonly #workloads: Dictionary<Workload>;

  constructor(provider: AllocationProvider, workloads: Dictionary<Workload>) {
    this.id = provider.id;
    this.title = provider.title;
    this.restatedDays = provider.restatedDays;
    this.sliceDays = provider.sliceDays;
    this.#provider = provider;
    this.#workloads = workloads;
  }

  priceOf() {
    return { requests: 1 };
  }

  async pull(slice: DaySlice, signal: AbortSignal): Promise<PulledSlice> {
    const { workloads, idle } = await this.#provider.pull(slice, { signal });
    const all = [
      ...workloads.map(it => ({ ...it, kind: 'workload' as const })),
      ...idle.map(it => ({
        ...it,
        kind: 'idle' as const,
        labels: {},
        requested: it.idle,
        used: 0n,
        shared: 0n,
      })),
    ];
    const ids = await this.#workloads.idsOf(
      all.map(it => ({ ...it, sourceId: this.id })),
    );
    const days = new Map<string, Map<number, (typeof all)[number]>>();
    all.forEach((one, index) => {
      const day = days.get(one.day) ?? new Map<number, typeof one>();
      days.set(one.day, day);
      const known = day.get(ids[index]);
      day.set(ids[index], {
        ...one,
        requested: one.requested + (known?.requested ?? 0n),
        used: one.used + (known?.used ?? 0n),
        shared: one.shared + (known?.shared ?? 0n),
      });
    });
    return {
      days: new Map(
        [...days].map(([day, rows]): [string, DayRows] => [
          day,
          [...rows].map(([id, it]) => [id, it.requested, it.used, it.shared]),
        ]),
      ),
      malformed: 0,
      problems: [],
    };
  }
}
