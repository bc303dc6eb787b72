import type {
  CostProvider,
  CostRow,
  DaySlice,
} from '@portico/plugin-cost-node';
import type { Dictionary } from '../store/Dictionary';
import type { Charge } from '../store/dictionaries';
import { addRow, readBatches, type DayCharge } from './billRows';
import { ProviderSource } from './ProviderSource';
import type { DayRows, PulledSlice } from './Source';

/** A bill: its rows are kept, added up by what was charged for. */
export class BillSource extends ProviderSource {
  readonly role = 'bill';
  readonly table = {
    name: 'cost_row',
    columns: {
      charge_id: 'int',
      billed: 'bigint',
      effective: 'bigint',
      list: 'bigint',
      contracted: 'bigint',
      quantity: 'text',
    },
  } as const;
  readonly #charges: Dictionary<Charge>;

  constructor(provider: CostProvider, charges: Dictionary<Charge>) {
    super(provider);
    this.#charges = charges;
  }

  async pull(slice: DaySlice, signal: AbortSignal): Promise<PulledSlice> {
    const days = new Map<string, Map<number, DayCharge>>();
    const read = await readBatches(this.provider, slice, {
      signal,
      take: async rows => {
        const ids = await this.#charges.idsOf(
          rows.map(row => this.#chargeOf(row)),
        );
        rows.forEach((row, index) => {
          const day = days.get(row.day) ?? new Map<number, DayCharge>();
          days.set(row.day, day);
          day.set(ids[index], addRow(day.get(ids[index]), row));
        });
      },
    });
    return {
      ...read,
      days: new Map([...days].map(([day, rows]) => [day, toRows(rows)])),
    };
  }

  #chargeOf(row: CostRow): Charge {
    return { ...row, sourceId: this.id };
  }
}

function toRows(charges: ReadonlyMap<number, DayCharge>): DayRows {
  return [...charges].map(([id, charge]) => [
    id,
    charge.billed,
    charge.effective,
    charge.list,
    charge.contracted,
    charge.quantity,
  ]);
}
