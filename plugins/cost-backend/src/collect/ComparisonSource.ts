import type { CostProvider, DaySlice } from '@portico/plugin-cost-node';
import { addRow, readBatches, type DayCharge } from './billRows';
import type { PulledSlice, Source } from './Source';

/** What a bill should add up to: kept by service and day, and in no sum. */
export class ComparisonSource implements Source {
  readonly id: string;
  readonly title: string;
  readonly kind: 'billed' | 'estimated';
  readonly role = 'comparison';
  readonly restatedDays: number;
  readonly sliceDays: number;
  readonly table = {
    name: 'cost_bill',
    columns: {
      provider: 'text',
      billing_account: 'text',
      service: 'text',
      currency: 'text',
      standing: 'text',
      kind: 'text',
      rows: 'int',
      billed_original: 'bigint',
      effective_original: 'bigint',
      billed: 'bigint',
      effective: 'bigint',
    },
    // When the day is attributed, as rates are known then.
    reckoned: ['standing', 'billed', 'effective'],
  } as const;
  readonly #provider: CostProvider;

  constructor(provider: CostProvider) {
    this.id = provider.id;
    this.title = provider.title;
    this.kind = provider.kind;
    this.restatedDays = provider.restatedDays;
    this.sliceDays = provider.sliceDays;
    this.#provider = provider;
  }

  priceOf(slice: DaySlice) {
    return this.#provider.priceOf(slice);
  }

  async versionOf(slice: DaySlice, signal: AbortSignal) {
    return this.#provider.versionOf?.(slice, { signal });
  }

  async pull(slice: DaySlice, signal: AbortSignal): Promise<PulledSlice> {
    const days = new Map<string, Map<string, DayCharge>>();
    const read = await readBatches(this.#provider, slice, {
      signal,
      take: rows => {
        for (const row of rows) {
          const key = JSON.stringify([
            row.providerName,
            row.billingAccountId,
            row.serviceName,
            row.billingCurrency,
          ]);
          const day = days.get(row.day) ?? new Map<string, DayCharge>();
          days.set(row.day, day);
          day.set(key, addRow(day.get(key), row));
        }
      },
    });
    return {
      ...read,
      days: new Map(
        [...days].map(([day, services]) => [
          day,
          [...services].map(([key, { rows, billed, effective }]) => [
            ...(JSON.parse(key) as string[]),
            'comparison',
            this.kind,
            rows,
            billed,
            effective,
            0n,
            0n,
          ]),
        ]),
      ),
    };
  }
}
