import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  findPrice,
  formatDay,
  MissingRateError,
  moneyToFixed,
  parseMoney,
  roundToCents,
  type CostEstimate,
  type CostSummary,
  type EstimateItem,
  type FoundPrice,
  type Nanos,
  type PriceList,
  type Rates,
} from '@portico/plugin-cost-common';

/** What somebody is about to make, and for whom. */
export interface EstimateRequest {
  items: EstimateItem[];
  /** Whose costs it adds to. */
  entityRef?: string;
}

/** Says what things would cost, before they are made. */
export class Estimator {
  readonly #prices: PriceList | undefined;
  readonly #rates: Rates;
  readonly #summaries: (
    entityRefs: string[],
    credentials: BackstageCredentials,
  ) => Promise<CostSummary[]>;
  readonly #now: () => Date;

  constructor(options: {
    /** Undefined where none is configured: then nothing has a price. */
    prices: PriceList | undefined;
    rates: Rates;
    /** What entities cost; those that the caller may not see are left out. */
    summaries: (
      entityRefs: string[],
      credentials: BackstageCredentials,
    ) => Promise<CostSummary[]>;
    now: () => Date;
  }) {
    this.#prices = options.prices;
    this.#rates = options.rates;
    this.#summaries = options.summaries;
    this.#now = options.now;
  }

  /** At list prices, in the base currency where there is a rate of today. Of the entity, only what the caller may see. */
  async estimate(
    { items, entityRef }: EstimateRequest,
    credentials: BackstageCredentials,
  ): Promise<CostEstimate> {
    const { found, unknown } = this.#lookUp(items);
    const { currency, convert, problem } = this.#currency();
    const parts = roundToCents(
      found.map(({ price, count }) => convert(price.monthly * BigInt(count))),
    );
    const total = parts.reduce((sum, part) => sum + part, 0n);
    return {
      currency,
      monthly: moneyToFixed(total, 2),
      lines: found.map(({ price, count }, index) => ({
        title: titleOf(price, count),
        monthly: moneyToFixed(parts[index], 2),
        ...(price.size.detail && { detail: price.size.detail }),
        note: this.#note(),
      })),
      unknown,
      ...(this.#prices && {
        asOf: this.#prices.asOf,
        source: this.#prices.source,
      }),
      ...(entityRef &&
        (problem
          ? { entityProblem: problem }
          : await this.#effect(entityRef, total, credentials))),
    };
  }

  #lookUp(items: EstimateItem[]) {
    const found: { price: FoundPrice; count: number }[] = [];
    const unknown: string[] = [];
    for (const item of items) {
      const price = this.#prices
        ? findPrice(this.#prices, item)
        : { lacks: 'no price list is configured (cost.prices)' };
      if ('lacks' in price) unknown.push(price.lacks);
      else found.push({ price, count: item.count ?? 1 });
    }
    return { found, unknown: [...new Set(unknown)] };
  }

  /** Without a rate amounts stay in the currency of the list, and are not added to the entity's. */
  #currency() {
    const { base } = this.#rates;
    const from = this.#prices?.currency ?? base;
    const day = this.#now().toISOString().slice(0, 10);
    const convert = (amount: Nanos) => this.#rates.convert(amount, from, day);
    try {
      convert(0n);
      return { currency: base, convert };
    } catch (error) {
      if (!(error instanceof MissingRateError)) throw error;
      return {
        currency: from,
        convert: (amount: Nanos) => amount,
        problem: error.message,
      };
    }
  }

  #note(): string {
    const { source, asOf } = this.#prices!;
    return `${source}, ${formatDay(asOf)}`;
  }

  async #effect(
    entityRef: string,
    more: Nanos,
    credentials: BackstageCredentials,
  ): Promise<Pick<CostEstimate, 'entity' | 'entityProblem'>> {
    const read = await this.#read(entityRef, credentials);
    if (typeof read === 'string') return { entityProblem: read };
    const { standing, basis } = read;
    const { forecast, budget, toDate, daysKnown, days } = standing;
    const isOver = daysKnown === days;
    if (!forecast && !isOver) {
      return {
        entityProblem: `There is no forecast for ${entityRef} yet: too few days of its costs are known.`,
      };
    }
    const before = parseMoney(forecast?.amount ?? toDate);
    return {
      entity: {
        monthlyBefore: moneyToFixed(before, 2),
        monthlyAfter: moneyToFixed(before + more, 2),
        ...(budget && { budget: budget.amount }),
        ...(basis.through && { through: basis.through }),
      },
    };
  }

  /** The summary, or why there is none. */
  async #read(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<CostSummary | string> {
    try {
      const [summary] = await this.#summaries([entityRef], credentials);
      return (
        summary ??
        `No costs of ${entityRef} are known, or you may not see them.`
      );
    } catch (error) {
      if (error instanceof NotAllowedError) return error.message;
      throw error;
    }
  }
}

function titleOf({ item, size }: FoundPrice, count: number): string {
  const title = `${item.title}, ${size.id}`;
  return count === 1 ? title : `${count} × ${title}`;
}
