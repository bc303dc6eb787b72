import { alertMessage, alertTitle } from '../announce/alertText';
import type { StoredAlert } from './AlertStore';
import type { BudgetLine } from './BudgetLine';
import type { Spending } from './Spending';
import { BY_WEIGHT, thresholdsOf } from './thresholdsOf';

/** What is known of the month that budgets are held against. */
export interface BudgetMonth {
  /** `YYYY-MM`. */
  month: string;
  /** Last day known, `YYYY-MM-DD`, and how many of the month are. */
  through: string;
  daysKnown: number;
  currency: string;
  /** ISO 8601. */
  now: string;
}

/**
 * Thresholds that a budget has passed and no alert says so yet. Of those that are passed at once only the one that
 * weighs most waits to be told. A budget that was written anew begins anew: its old alerts are removed.
 *
 * @param known alerts of this budget and month
 */
export function newAlerts(
  { id, title, of, amount, stated }: BudgetLine,
  spending: Spending,
  month: BudgetMonth,
  known: readonly StoredAlert[],
): { remove: string[]; add: Omit<StoredAlert, 'id'>[] } {
  if (amount === undefined) return { remove: [], add: [] };
  const old = known.filter(alert => alert.stated !== stated);
  const there = new Set(
    known.filter(alert => !old.includes(alert)).map(it => it.threshold),
  );
  const passed = thresholdsOf(amount, spending, month.daysKnown);
  const facts = { ...spending, ...month, title, budget: amount };
  const fresh = BY_WEIGHT.filter(it => passed.includes(it) && !there.has(it));
  return {
    remove: old.map(alert => alert.id),
    add: fresh.map((threshold, at) => ({
      budgetId: id,
      ...('entityRef' in of && { entityRef: of.entityRef }),
      title: alertTitle(threshold, facts),
      month: month.month,
      threshold,
      stated,
      message: alertMessage(threshold, facts),
      at: month.now,
      ...(at > 0 && { toldAt: month.now }),
    })),
  };
}
