import { InputError } from '@backstage/errors';
import {
  dayAfter,
  type CostBatch,
  type CostProvider,
  type CostRow,
  type DaySlice,
  type PullPrice,
  type RowProblem,
} from '@portico/plugin-cost-node';
import type { Patience } from '@portico/plugin-upstream-node';
import { CostManagement } from './client/CostManagement';
import { tokenOf } from './client/tokenOf';
import type { AzureSettings } from './config/AzureSettings';
import { CostLines } from './rows/CostLines';
import { toRow } from './rows/toRow';

/** Days of the longest daily query. */
const MOST_DAYS = 31;

/** A bill of Azure by the query API: each day twice, as it is invoiced and with what is reserved spread over its use. */
export class AzureCostProvider implements CostProvider {
  readonly id: string;
  readonly title: string;
  readonly kind = 'billed';
  readonly role: 'bill' | 'comparison';
  readonly restatedDays: number;
  readonly sliceDays = MOST_DAYS;
  readonly #settings: AzureSettings;
  readonly #costs: CostManagement;

  /** @param patience how long Azure is waited for; for tests */
  constructor(settings: AzureSettings, patience?: Patience) {
    const { name, counts, restatedDays } = settings;
    this.id = `azure-cost-management:${name}`;
    this.title = `Azure Cost Management ${name}`;
    this.role = counts;
    this.restatedDays = restatedDays;
    this.#settings = settings;
    const token = tokenOf(settings, this.title);
    this.#costs = new CostManagement({
      settings,
      title: this.title,
      token,
      patience,
    });
  }

  /** Asking is free, and limited by the months that are read. */
  priceOf(slice: DaySlice): PullPrice {
    return { requests: 2 * partsOf(slice).length };
  }

  async *pull(
    slice: DaySlice,
    { signal }: { signal: AbortSignal },
  ): AsyncGenerator<CostBatch> {
    let requests = 0;
    const call = {
      signal,
      onRequest: () => {
        requests += 1;
      },
    };
    for (const part of partsOf(slice)) {
      const lines = new CostLines();
      requests = 0;
      for (const type of ['ActualCost', 'AmortizedCost'] as const) {
        for await (const page of this.#costs.query(type, part, call)) {
          lines.add(type, page);
        }
      }
      yield { ...this.#read(lines, part), spent: { requests } };
    }
  }

  #read(lines: CostLines, { from, to }: DaySlice): CostBatch {
    const rows: CostRow[] = [];
    const problems: RowProblem[] = [];
    for (const line of lines.values()) {
      try {
        rows.push(...toRow(line, this.#settings));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        problems.push({
          where: `Azure Cost Management, ${from} to ${to}`,
          message: `${error.message} (${line.text('ServiceName')})`,
        });
      }
    }
    return { rows, problems };
  }
}

/** A slice in parts that one query may ask for. */
function partsOf({ from, to }: DaySlice): DaySlice[] {
  const parts: DaySlice[] = [];
  for (let at = from; at <= to; at = dayAfter(at, MOST_DAYS)) {
    const end = dayAfter(at, MOST_DAYS - 1);
    parts.push({ from: at, to: end < to ? end : to });
  }
  return parts;
}
