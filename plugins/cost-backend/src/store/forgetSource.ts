import type { Knex } from 'knex';

/** Deletes all that is known of a source, and has its days reckoned again. */
export async function forgetSource(trx: Knex, id: string): Promise<void> {
  await trx('cost_ledger')
    .whereIn('day', trx('cost_day').where({ source_id: id }).select('day'))
    .update({ written: trx.raw('written + 1') });
  for (const table of [
    'cost_slice',
    'cost_day',
    'cost_row',
    'cost_bill',
    'cost_allocation',
    'cost_unit',
  ]) {
    await trx(table).where({ source_id: id }).delete();
  }
}
