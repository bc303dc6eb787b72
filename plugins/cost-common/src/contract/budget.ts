import { moneyToDecimal, parseMoney, type Nanos } from '../money/money';

/** What an entity may cost a month, e.g. `400 USD`. */
export const COST_BUDGET = 'portico/cost-budget';

/** A monthly budget. */
export interface Budget {
  amount: Nanos;
  /** ISO 4217. */
  currency: string;
}

/** Reads `portico/cost-budget`; a problem says what to write instead. */
export function parseBudget(text: string): Budget | { problem: string } {
  const [, amount, currency] =
    /^([\d,]+(?:\.\d{1,2})?)\s*([A-Z]{3})$/.exec(text.trim()) ?? [];
  if (amount === undefined) {
    return {
      problem: `${COST_BUDGET}: '${text}' is no budget; write e.g. 400 USD.`,
    };
  }
  const nanos = parseMoney(amount.replaceAll(',', ''));
  if (nanos > 0n) return { amount: nanos, currency };
  return {
    problem: `${COST_BUDGET}: a budget of ${moneyToDecimal(
      nanos,
    )} would always be exceeded; leave the line out for none.`,
  };
}
