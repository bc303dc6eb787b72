import type { Expression } from '@aws-sdk/client-cost-explorer';
import type { ChargeCategory } from '@portico/plugin-cost-common';
import type { Overview } from './Overview';
import { chargeCategoryOf } from './recordTypes';

/**
 * A part of the bill that is asked for by itself, since a request groups by two things only: what is charged, of one
 * account or of all.
 */
export interface Cell {
  accountId?: string;
  recordTypes: string[];
  chargeCategory: ChargeCategory;
}

/** The parts of a bill that have any cost: each is of one record type, but usage, which counts as a whole. */
export function cellsOf(overview: Overview, byAccount: boolean): Cell[] {
  const cells = new Map<string, Cell>();
  for (const { accountId, recordType, billed, effective } of overview.totals) {
    if (billed === 0n && effective === 0n) continue;
    const chargeCategory = chargeCategoryOf(recordType);
    const key = [
      byAccount ? accountId : '',
      chargeCategory === 'Usage' ? '' : recordType,
    ].join(' ');
    const cell = cells.get(key) ?? {
      accountId: byAccount ? accountId : undefined,
      recordTypes: [],
      chargeCategory,
    };
    if (!cell.recordTypes.includes(recordType)) {
      cell.recordTypes.push(recordType);
    }
    cells.set(key, cell);
  }
  return [...cells.values()];
}

/** Only what belongs to a part, and meets further conditions. */
export function filterOf(
  { accountId, recordTypes }: Cell,
  further: Expression[],
): Expression {
  const own: Expression[] = [
    { Dimensions: { Key: 'RECORD_TYPE', Values: recordTypes } },
  ];
  if (accountId !== undefined) {
    own.push({ Dimensions: { Key: 'LINKED_ACCOUNT', Values: [accountId] } });
  }
  const all = [...own, ...further];
  return all.length === 1 ? all[0] : { And: all };
}
