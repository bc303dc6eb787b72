import { MissingRateError, type Nanos } from '@portico/plugin-cost-common';
import type { CostRow } from '@portico/plugin-cost-node';
import type { Basis } from './Basis';
import type { ChargedRow } from './DayInput';

/** Why amounts are in the sums, or not. */
export type BillStanding = 'counts' | 'twice' | 'no-rate';

/** The bill's own sum of one service on one day. */
export interface BillLine {
  sourceId: string;
  provider: string;
  billingAccount: string;
  service: string;
  currency: string;
  standing: BillStanding;
  kind: 'billed' | 'estimated';
  rows: number;
  billedOriginal: Nanos;
  effectiveOriginal: Nanos;
  /** In the base currency. */
  billed: Nanos;
  effective: Nanos;
}

/** A row that counts, with its amounts in the base currency. */
export interface CountedRow {
  chargeId: number;
  kind: 'billed' | 'estimated';
  row: CostRow;
}

/**
 * Decides which rows of a day count, converts them, and adds them up as they are on the bill. Of two bills of one
 * account and provider the first counts; rows without a rate are in no sum.
 */
export function billOf(
  rows: readonly ChargedRow[],
  { bills, rates }: Basis,
): { counted: CountedRow[]; lines: BillLine[] } {
  const place = new Map(bills.map(({ id }, index) => [id, index]));
  const kinds = new Map(bills.map(({ id, kind }) => [id, kind]));
  const first = new Map<string, number>();
  const known = rows.filter(({ sourceId }) => place.has(sourceId));
  for (const { sourceId, row } of known) {
    const key = accountOf(kinds.get(sourceId)!, row);
    const at = place.get(sourceId)!;
    first.set(key, Math.min(at, first.get(key) ?? at));
  }
  const counted: CountedRow[] = [];
  const lines = new Map<string, BillLine>();
  for (const { chargeId, sourceId, row } of known) {
    const kind = kinds.get(sourceId)!;
    const twice = place.get(sourceId) !== first.get(accountOf(kind, row));
    const converted = twice ? 'twice' : inBase(row, rates);
    const standing = typeof converted === 'string' ? converted : 'counts';
    if (typeof converted !== 'string') {
      counted.push({ chargeId, kind, row: converted });
    }
    const line = lineFor(lines, { sourceId, kind, standing, row });
    line.rows += 1;
    line.billedOriginal += row.billedCost;
    line.effectiveOriginal += row.effectiveCost;
    if (typeof converted !== 'string') {
      line.billed += converted.billedCost;
      line.effective += converted.effectiveCost;
    }
  }
  return { counted, lines: [...lines.values()] };
}

/** Estimates are beside the bill, so they take no bill's place. */
function accountOf(kind: string, row: CostRow): string {
  return JSON.stringify([kind, row.providerName, row.billingAccountId]);
}

function inBase(row: CostRow, rates: Basis['rates']): CostRow | 'no-rate' {
  const { billingCurrency, day } = row;
  if (billingCurrency === rates.base) return row;
  const convert = (amount: Nanos) =>
    rates.convert(amount, billingCurrency, day);
  try {
    return {
      ...row,
      billedCost: convert(row.billedCost),
      effectiveCost: convert(row.effectiveCost),
      listCost: row.listCost === undefined ? undefined : convert(row.listCost),
      contractedCost:
        row.contractedCost === undefined
          ? undefined
          : convert(row.contractedCost),
      billingCurrency: rates.base,
    };
  } catch (error) {
    if (error instanceof MissingRateError) return 'no-rate';
    throw error;
  }
}

function lineFor(
  lines: Map<string, BillLine>,
  of: {
    sourceId: string;
    kind: BillLine['kind'];
    standing: BillStanding;
    row: CostRow;
  },
): BillLine {
  const { row, ...rest } = of;
  const { providerName: provider, billingAccountId: billingAccount } = row;
  const { serviceName: service, billingCurrency: currency } = row;
  const key = JSON.stringify([
    of.sourceId,
    provider,
    billingAccount,
    service,
    currency,
  ]);
  const known = lines.get(key);
  if (known) return known;
  const line: BillLine = {
    ...rest,
    ...{ provider, billingAccount, service, currency },
    ...{ rows: 0, billedOriginal: 0n, effectiveOriginal: 0n },
    ...{ billed: 0n, effective: 0n },
  };
  lines.set(key, line);
  return line;
}
