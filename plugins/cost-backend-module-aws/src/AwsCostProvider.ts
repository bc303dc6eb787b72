import { moneyToFixed } from '@portico/plugin-cost-common';
import type {
  CostBatch,
  CostProvider,
  DaySlice,
  PullPrice,
} from '@portico/plugin-cost-node';
import { CostExplorer, type Patience } from './client/CostExplorer';
import { RequestBudget } from './client/RequestBudget';
import type { AwsSettings } from './config/AwsSettings';
import { Pull } from './Pull';

const CENT = 10_000_000n;
const DAY_MS = 86_400_000;

/**
 * A bill of AWS by Cost Explorer: what each account pays for each service, by the tags or cost categories that say
 * whose it is. https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_GetCostAndUsage.html
 */
export class AwsCostProvider implements CostProvider {
  readonly id: string;
  readonly title: string;
  readonly kind = 'billed';
  readonly role: 'bill' | 'comparison';
  readonly restatedDays: number;
  /** A month at a time: what is asked first is asked for each slice anew. */
  readonly sliceDays = 31;
  readonly #settings: AwsSettings;
  readonly #costExplorer: CostExplorer;
  /** What the last slice took: questions, whatever its days, and further pages of their answers. */
  #last?: { questions: number; pagesPerDay: number };

  constructor(settings: AwsSettings, patience?: Patience) {
    const { name, counts, restatedDays, requestsPerDay } = settings;
    this.id = `aws-cost-explorer:${name}`;
    this.title = `AWS Cost Explorer ${name}`;
    this.role = counts;
    this.restatedDays = restatedDays;
    this.#settings = settings;
    this.#costExplorer = new CostExplorer({
      settings,
      budget: new RequestBudget(this.title, requestsPerDay),
      title: this.title,
      patience,
    });
  }

  /** As the slice before it; before the first, a guess. */
  priceOf(slice: DaySlice): PullPrice {
    const days = daysOf(slice);
    if (this.#last) {
      const { questions, pagesPerDay } = this.#last;
      return priceOf(questions + Math.round(pagesPerDay * days));
    }
    return priceOf(this.#settings.groupings.length === 0 ? 6 : 10 + days);
  }

  async *pull(
    slice: DaySlice,
    { signal }: { signal: AbortSignal },
  ): AsyncGenerator<CostBatch> {
    let told = 0;
    let requests = 0;
    const spent = () => {
      const since = requests - told;
      told = requests;
      return since === 0 ? undefined : priceOf(since);
    };
    const call = {
      signal,
      onRequest: () => {
        requests += 1;
      },
    };
    const pull = new Pull(this.#settings, this.#costExplorer, slice, call);
    try {
      for await (const batch of pull.batches()) {
        yield { ...batch, spent: spent() };
      }
      this.#last = {
        questions: pull.questions,
        pagesPerDay: (requests - pull.questions) / daysOf(slice),
      };
    } catch (error) {
      yield { rows: [], problems: [], spent: spent() };
      throw error;
    }
  }
}

/** 0.01 USD a request: https://aws.amazon.com/aws-cost-management/pricing/ */
function priceOf(requests: number): PullPrice {
  return {
    requests,
    cost: { amount: moneyToFixed(BigInt(requests) * CENT, 2), currency: 'USD' },
  };
}

function daysOf({ from, to }: DaySlice): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
}
