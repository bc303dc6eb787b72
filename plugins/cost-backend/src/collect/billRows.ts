import { InputError } from '@backstage/errors';
import {
  moneyToDecimal,
  parseMoney,
  type Nanos,
} from '@portico/plugin-cost-common';
import type {
  CostBatch,
  CostProvider,
  CostRow,
  DaySlice,
  PullPrice,
  RowProblem,
} from '@portico/plugin-cost-node';

/** Problems that are kept in words; the others are counted. */
const TOLD = 50;

/** What was charged for one thing on one day, rows of it added up. */
export interface DayCharge {
  rows: number;
  billed: Nanos;
  effective: Nanos;
  list?: Nanos;
  contracted?: Nanos;
  /** Decimal. */
  quantity?: string;
}

/** Takes a provider's rows of a slice in, batch by batch, and remembers what could not be read. */
export async function readBatches(
  provider: CostProvider,
  slice: DaySlice,
  options: {
    signal: AbortSignal;
    take: (rows: readonly CostRow[]) => Promise<void> | void;
  },
): Promise<{ malformed: number; problems: RowProblem[]; spent?: PullPrice }> {
  const { signal, take } = options;
  const problems: RowProblem[] = [];
  let malformed = 0;
  let spent: PullPrice | undefined;
  for await (const batch of provider.pull(slice, { signal })) {
    signal.throwIfAborted();
    refuseOthers(provider, slice, batch);
    spent = addPrices(spent, batch.spent);
    malformed += batch.problems.length;
    problems.push(...batch.problems.slice(0, TOLD - problems.length));
    await take(batch.rows);
  }
  return { malformed, problems, spent };
}

function addPrices(
  a: PullPrice | undefined,
  b: PullPrice | undefined,
): PullPrice | undefined {
  if (!a || !b) return a ?? b;
  const currency = a.cost?.currency ?? b.cost?.currency;
  const amount = sumOfDecimals(a.cost?.amount, b.cost?.amount);
  return {
    requests: a.requests + b.requests,
    cost: currency && amount ? { amount, currency } : undefined,
  };
}

/** A row of another day would be added to that day each time that the slice is asked for. */
function refuseOthers(
  { title }: CostProvider,
  { from, to }: DaySlice,
  { rows }: CostBatch,
): void {
  const other = rows.find(({ day }) => day < from || day > to);
  if (other) {
    throw new InputError(
      `${title} was asked for ${from} to ${to} and answered with a row of ${other.day}. None of it is taken.`,
    );
  }
}

/** Adds a row to what is known of the same thing and day. */
export function addRow(known: DayCharge | undefined, row: CostRow): DayCharge {
  const { billedCost, effectiveCost, listCost, contractedCost } = row;
  const { consumedQuantity } = row;
  if (!known) {
    return {
      rows: 1,
      billed: billedCost,
      effective: effectiveCost,
      list: listCost,
      contracted: contractedCost,
      quantity: consumedQuantity,
    };
  }
  return {
    rows: known.rows + 1,
    billed: known.billed + billedCost,
    effective: known.effective + effectiveCost,
    list: sum(known.list, listCost),
    contracted: sum(known.contracted, contractedCost),
    quantity: sumOfDecimals(known.quantity, consumedQuantity),
  };
}

function sum(a: Nanos | undefined, b: Nanos | undefined): Nanos | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : a + b;
}

function sumOfDecimals(a: string | undefined, b: string | undefined) {
  if (a === undefined || b === undefined) return a ?? b;
  return moneyToDecimal(parseMoney(a) + parseMoney(b));
}
