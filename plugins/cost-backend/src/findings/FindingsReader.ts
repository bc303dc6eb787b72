import type {
  AnomalyView,
  BudgetAlertView,
  SavingView,
  ShownMetric,
  UnitCost,
} from '@portico/plugin-cost-common';
import type { AlertStore } from '../budgets/AlertStore';
import { viewOf, type Budgets } from '../budgets/Budgets';
import type { AnomalyStore } from '../anomalies/AnomalyStore';
import { anomalyView, byWeight } from '../anomalies/anomalyView';
import type { Findings, MonthBudget } from '../read/Findings';
import type { MonthFrame } from '../read/time/MonthFrame';
import type { Savings } from '../savings/Savings';
import { dayOf } from '../store/days';
import type { UnitCosts } from '../units/UnitCosts';

/** Anomalies that begin longer ago are told no more. */
const SHOWN_DAYS = 60;
const DAY_MS = 86_400_000;

interface FindingsReaderOptions {
  alerts: AlertStore;
  anomalies: AnomalyStore;
  budgets: Budgets;
  savings: Savings;
  units: UnitCosts;
  frame: (month?: string) => Promise<MonthFrame>;
  now: () => Date;
}

/** Answers from what the job has stored. */
export class FindingsReader implements Findings {
  readonly #options: FindingsReaderOptions;

  constructor(options: FindingsReaderOptions) {
    this.#options = options;
  }

  budgets(month: string): Promise<ReadonlyMap<string, MonthBudget>> {
    return this.#options.budgets.ofMonth(month);
  }

  async alerts(
    month: string,
    entityRefs: readonly string[] | 'all',
  ): Promise<BudgetAlertView[]> {
    const may = among(entityRefs);
    const stored = await this.#options.alerts.ofMonth(month);
    return stored.filter(it => may(it.entityRef)).map(viewOf);
  }

  async anomalies(
    entityRefs: readonly string[] | 'all',
  ): Promise<AnomalyView[]> {
    return this.anomaliesThat(among(entityRefs));
  }

  /**
   * @param may who is meant; undefined is nobody
   * @param month those that have a day in it; the newest ones if absent
   */
  async anomaliesThat(
    may: (entityRef: string | undefined) => boolean,
    month?: string,
  ): Promise<AnomalyView[]> {
    const { anomalies, now } = this.#options;
    const since = month
      ? dayOf(new Date(Date.parse(`${month}-01`) - SHOWN_DAYS * DAY_MS))
      : dayOf(new Date(now().getTime() - SHOWN_DAYS * DAY_MS));
    const stored = await anomalies.since(since);
    return stored
      .filter(({ entityRef }) => may(entityRef))
      .filter(
        ({ from, to = '9999' }) =>
          !month || (from.slice(0, 7) <= month && to.slice(0, 7) >= month),
      )
      .map(anomalyView)
      .sort(byWeight);
  }

  savings(entityRefs: readonly string[] | 'all'): Promise<SavingView[]> {
    return this.#options.savings.list(among(entityRefs));
  }

  async unitCosts(
    month: string,
    metric: ShownMetric,
    entityRefs: readonly string[] | 'all',
  ): Promise<UnitCost[]> {
    const { frame, units } = this.#options;
    return units.of(await frame(month), metric, entityRefs);
  }
}

function among(
  entityRefs: readonly string[] | 'all',
): (entityRef: string | undefined) => boolean {
  if (entityRefs === 'all') return () => true;
  const refs = new Set(entityRefs);
  return ref => ref !== undefined && refs.has(ref);
}
