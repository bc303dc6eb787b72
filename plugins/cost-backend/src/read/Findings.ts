import type {
  AnomalyView,
  BudgetAlertView,
  BudgetStanding,
  Nanos,
  SavingView,
  ShownMetric,
  UnitCost,
} from '@portico/plugin-cost-common';

/** What a month may cost, in the base currency. */
export interface MonthBudget {
  amount: Nanos;
  from: BudgetStanding['from'];
}

/** What has been found in the costs, for the routes that show it beside them. Reads tables alone. */
export interface Findings {
  /**
   * Budgets that hold for a month, by entity reference; `organisation` for the whole.
   *
   * @param month `YYYY-MM`
   */
  budgets(month: string): Promise<ReadonlyMap<string, MonthBudget>>;
  /** Thresholds that were passed in a month: of these entities, or of all and the organisation. Newest first. */
  alerts(
    month: string,
    entityRefs: readonly string[] | 'all',
  ): Promise<BudgetAlertView[]>;
  /** Of these entities, or of all and of nobody. Open ones first, the costliest first. */
  anomalies(entityRefs: readonly string[] | 'all'): Promise<AnomalyView[]>;
  /** Of these entities, or of all and of nobody. The largest first. */
  savings(entityRefs: readonly string[] | 'all'): Promise<SavingView[]>;
  /** What a unit costs on the days of the month that both are known for, over these entities, or over all. */
  unitCosts(
    month: string,
    metric: ShownMetric,
    entityRefs: readonly string[] | 'all',
  ): Promise<UnitCost[]>;
}
