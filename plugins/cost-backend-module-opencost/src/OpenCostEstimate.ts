import type {
  CostBatch,
  CostProvider,
  DaySlice,
} from '@portico/plugin-cost-node';
import { OpenCostClient } from './client/OpenCostClient';
import type { OpenCostSettings } from './config/OpenCostSettings';
import { aggregateOf, readLine } from './read/readLine';
import { toCostRows } from './read/toCostRows';

/** What a cluster that is on no bill is reckoned to cost, by OpenCost's prices. */
export class OpenCostEstimate implements CostProvider {
  readonly id: string;
  readonly title: string;
  readonly kind = 'estimated';
  readonly restatedDays: number;
  readonly sliceDays = 7;
  readonly #settings: OpenCostSettings;
  readonly #client: OpenCostClient;

  constructor(settings: OpenCostSettings) {
    this.id = `opencost:${settings.name}`;
    this.title = `OpenCost ${settings.name}`;
    this.restatedDays = settings.restatedDays;
    this.#settings = settings;
    this.#client = new OpenCostClient(settings);
  }

  priceOf() {
    return { requests: 1 };
  }

  async *pull(
    slice: DaySlice,
    { signal }: { signal: AbortSignal },
  ): AsyncGenerator<CostBatch> {
    const settings = this.#settings;
    const lines = await this.#client.allocations(
      slice,
      aggregateOf(settings),
      signal,
    );
    yield {
      rows: lines.flatMap(line =>
        toCostRows(readLine(line, settings), settings),
      ),
      problems: [],
    };
  }
}
