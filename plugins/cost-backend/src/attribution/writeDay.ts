import type { Nanos } from '@portico/plugin-cost-common';
import type { Knex } from 'knex';
import { BILL_COLUMNS } from '../store/billColumns';
import { monthNumber } from '../store/days';
import { insertRows, type Value } from '../store/insertRows';
import type { BillLine } from './billOf';

/** A line with the numbers of its dictionaries. */
export interface NumberedLine {
  chargeId: number;
  partyId: number;
  subjectId: number;
  groupId: number;
  estimated: boolean;
  billed: Nanos;
  effective: Nanos;
}

const AMOUNTS = { billed: 'bigint', effective: 'bigint' } as const;

const BILL = {
  source_id: 'text',
  day: 'int',
  ...BILL_COLUMNS,
} as const;

/** Puts the lines of a day, and all sums that contain them, in the place of what was known. One transaction. */
export async function writeDay(
  trx: Knex,
  day: number,
  lines: readonly NumberedLine[],
  bill: readonly BillLine[],
): Promise<void> {
  await addToMonth(trx, day, -1);
  for (const table of [
    'cost_line',
    'cost_daily',
    'cost_daily_total',
    'cost_daily_group',
  ]) {
    await trx(table).where({ day }).delete();
  }
  await trx('cost_bill')
    .where({ day })
    .whereNotIn(
      'source_id',
      trx('cost_source')
        .where({ active: true, role: 'comparison' })
        .select('id'),
    )
    .delete();
  await insertRows(
    trx,
    'cost_line',
    { day: 'int', charge_id: 'int', party_id: 'int', ...AMOUNTS },
    lines.map(it => [day, it.chargeId, it.partyId, it.billed, it.effective]),
  );
  await insertRows(
    trx,
    'cost_daily',
    { subject_id: 'int', day: 'int', group_id: 'int', ...AMOUNTS },
    sums(lines, it => [it.subjectId, day, it.groupId]),
  );
  await insertRows(
    trx,
    'cost_daily_group',
    { day: 'int', group_id: 'int', ...AMOUNTS },
    sums(lines, it => [day, it.groupId]),
  );
  await insertRows(
    trx,
    'cost_daily_total',
    { day: 'int', subject_id: 'int', ...AMOUNTS, estimated: 'bigint' },
    totals(day, lines),
  );
  await addToMonth(trx, day, 1);
  await insertRows(
    trx,
    'cost_bill',
    BILL,
    bill.map(it => billRow(day, it)),
  );
}

/** Adds a day's sums to its month, or takes them away, so that a month is never added up anew. */
async function addToMonth(trx: Knex, day: number, sign: 1 | -1): Promise<void> {
  const month = monthNumber(day);
  await trx.raw(
    `INSERT INTO cost_monthly (subject_id, month, group_id, billed, effective, parts)
     SELECT subject_id, ${month}, group_id, ${sign} * billed, ${sign} * effective, ${sign}
     FROM cost_daily WHERE day = ?
     ON CONFLICT (subject_id, month, group_id) DO UPDATE SET
       billed = cost_monthly.billed + excluded.billed,
       effective = cost_monthly.effective + excluded.effective,
       parts = cost_monthly.parts + excluded.parts`,
    [day],
  );
  if (sign === 1) {
    await trx('cost_monthly').where({ month, parts: 0 }).delete();
  }
}

function sums(
  lines: readonly NumberedLine[],
  keyOf: (line: NumberedLine) => number[],
): Value[][] {
  const sum = new Map<string, [number[], Nanos, Nanos]>();
  for (const line of lines) {
    const columns = keyOf(line);
    const key = columns.join();
    const known = sum.get(key);
    if (known) {
      known[1] += line.billed;
      known[2] += line.effective;
    } else {
      sum.set(key, [columns, line.billed, line.effective]);
    }
  }
  return [...sum.values()].map(([columns, ...amounts]) => [
    ...columns,
    ...amounts,
  ]);
}

function totals(day: number, lines: readonly NumberedLine[]): Value[][] {
  const total = new Map<
    number,
    { billed: Nanos; effective: Nanos; estimated: Nanos }
  >();
  for (const { subjectId, billed, effective, estimated } of lines) {
    const known = total.get(subjectId) ?? {
      ...{ billed: 0n, effective: 0n, estimated: 0n },
    };
    total.set(subjectId, known);
    if (estimated) {
      known.estimated += effective;
    } else {
      known.billed += billed;
      known.effective += effective;
    }
  }
  return [...total].map(([id, it]) => [
    ...[day, id],
    ...[it.billed, it.effective, it.estimated],
  ]);
}

function billRow(day: number, it: BillLine): Value[] {
  return [
    ...[it.sourceId, day, it.provider, it.billingAccount, it.service],
    ...[it.currency, it.standing, it.kind, it.rows],
    ...[it.billedOriginal, it.effectiveOriginal, it.billed, it.effective],
  ];
}
