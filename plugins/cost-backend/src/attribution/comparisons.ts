import { MissingRateError, type Rates } from '@portico/plugin-cost-common';
import type { Knex } from 'knex';
import { amountOf, nanosOf } from '../store/amounts';
import { dayText } from '../store/days';

const KEY = [
  'source_id',
  'day',
  'provider',
  'billing_account',
  'service',
  'currency',
] as const;

/** Says what comparisons of a day are worth in the base currency. */
export async function convertComparisons(
  trx: Knex,
  day: number,
  rates: Rates,
): Promise<void> {
  const rows = await trx('cost_bill')
    .where({ day })
    .whereIn(
      'source_id',
      trx('cost_source')
        .where({ active: true, role: 'comparison' })
        .select('id'),
    )
    .select(
      ...KEY,
      amountOf(trx, 'billed_original'),
      amountOf(trx, 'effective_original'),
    );
  for (const row of rows) {
    const key = Object.fromEntries(KEY.map(name => [name, row[name]]));
    await trx('cost_bill').where(key).update(worthOf(row, rates));
  }
}

function worthOf(
  row: {
    day: number;
    currency: string;
    billed_original: string;
    effective_original: string;
  },
  rates: Rates,
) {
  const { day, currency } = row;
  const convert = (text: string) =>
    rates.convert(nanosOf(text), currency, dayText(day)) as never;
  try {
    return {
      standing: 'comparison',
      billed: convert(row.billed_original),
      effective: convert(row.effective_original),
    };
  } catch (error) {
    if (!(error instanceof MissingRateError)) throw error;
    return { standing: 'no-rate', billed: 0, effective: 0 };
  }
}
