import type { DaySlice } from '@portico/plugin-cost-node';
import { BILL_COLUMNS } from '../store/billColumns';
import { addRow, readBatches, type DayCharge } from './billRows';
import { ProviderSource } from './ProviderSource';
import type { PulledSlice } from './Source';

/** What a bill should add up to: kept by service and day, and in no sum. */
export class ComparisonSource extends ProviderSource {
  readonly role = 'comparison';
  readonly table = {
    name: 'cost_bill',
    columns: BILL_COLUMNS,
    // When the day is attributed, as rates are known then.
    reckoned: ['standing', 'billed', 'effective'],
  } as const;

  async pull(slice: DaySlice, signal: AbortSignal): Promise<PulledSlice> {
    const days = new Map<string, Map<string, DayCharge>>();
    const read = await readBatches(this.provider, slice, {
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
