import type {
  AllocationProvider,
  Allocations,
  DaySlice,
} from '@portico/plugin-cost-node';
import { OpenCostClient } from './client/OpenCostClient';
import type { OpenCostSettings } from './config/OpenCostSettings';
import { aggregateOf, readLine } from './read/readLine';
import { toAllocations } from './read/toAllocations';

/** Who asked for what of a cluster whose nodes are on a bill. */
export class OpenCostAllocations implements AllocationProvider {
  readonly id: string;
  readonly title: string;
  readonly clusters: readonly string[];
  readonly restatedDays: number;
  readonly sliceDays = 7;
  readonly #settings: OpenCostSettings;
  readonly #client: OpenCostClient;

  constructor(settings: OpenCostSettings) {
    this.id = `opencost:${settings.name}`;
    this.title = `OpenCost ${settings.name}`;
    this.clusters = [settings.cluster];
    this.restatedDays = settings.restatedDays;
    this.#settings = settings;
    this.#client = new OpenCostClient(settings);
  }

  async pull(
    slice: DaySlice,
    { signal }: { signal: AbortSignal },
  ): Promise<Allocations> {
    const settings = this.#settings;
    const lines = await this.#client.allocations(
      slice,
      aggregateOf(settings),
      signal,
    );
    return toAllocations(
      lines.map(line => readLine(line, settings)),
      settings,
    );
  }
}
