import {
  dayAfter,
  type CostBatch,
  type CostProvider,
  type CostRow,
  type DaySlice,
} from '@portico/plugin-cost-node';
import { createHash } from 'node:crypto';
import type { FixedCost } from './config/FixedCost';
import { costOnDay } from './costOnDay';

/**
 * Contracts of the config, as a bill. It is another one when the config is, so that all days are taken anew when an
 * amount is corrected.
 */
export class FixedCostProvider implements CostProvider {
  readonly id: string;
  readonly title = 'Fixed costs';
  readonly kind = 'billed';
  readonly restatedDays = 1;
  readonly sliceDays = 31;
  readonly #costs: readonly FixedCost[];

  constructor(costs: readonly FixedCost[]) {
    this.id = `fixed:${digestOf(costs)}`;
    this.#costs = costs;
  }

  priceOf() {
    return { requests: 0 };
  }

  async versionOf(): Promise<string> {
    return this.id;
  }

  async *pull({ from, to }: DaySlice): AsyncGenerator<CostBatch> {
    for (let day = from; day <= to; day = dayAfter(day)) {
      const rows = this.#costs.flatMap(cost => rowOf(cost, day) ?? []);
      yield { rows, problems: [] };
    }
  }
}

function rowOf(cost: FixedCost, day: string): CostRow | undefined {
  const amount = costOnDay(cost, day);
  if (amount === undefined) return undefined;
  const { name, seats, months, provider, service, category, tags } = cost;
  const per = months === 12 ? 'a year' : 'a month';
  return {
    day,
    providerName: provider,
    billingAccountId: `fixed:${name}`,
    serviceCategory: category,
    serviceName: service,
    resourceId: `fixed:${name}`,
    resourceName: name,
    resourceType: 'Contract',
    chargeCategory: 'Purchase',
    chargeDescription:
      seats > 1
        ? `${name}, ${seats} seats, paid ${per}`
        : `${name}, paid ${per}`,
    tags,
    billedCost: amount,
    effectiveCost: amount,
    billingCurrency: cost.currency,
  };
}

function digestOf(costs: readonly FixedCost[]): string {
  return createHash('sha256')
    .update(
      JSON.stringify(costs, (_key, value) =>
        typeof value === 'bigint' ? String(value) : value,
      ),
    )
    .digest('hex')
    .slice(0, 12);
}
