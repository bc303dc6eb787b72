import type { MonthFrame } from '../read/time/MonthFrame';
import { dayOf } from '../store/days';
import type { AlertStore } from './AlertStore';
import type { Budgets } from './Budgets';
import { newAlerts } from './newAlerts';

/** Months that ended that long ago alarm nobody any more. */
const LATE_DAYS = 6;
const DAY_MS = 86_400_000;

interface BudgetWatchOptions {
  alerts: AlertStore;
  budgets: Budgets;
  currency: string;
  now: () => Date;
}

/** Stores each threshold that a budget passes, once a month. */
export class BudgetWatch {
  readonly #options: BudgetWatchOptions;

  constructor(options: BudgetWatchOptions) {
    this.#options = options;
  }

  /** Call it after each collection; it changes nothing where nothing new was passed. */
  async run(frame: MonthFrame): Promise<void> {
    const { alerts, budgets, currency, now } = this.#options;
    const through = frame.days.at(-1);
    const today = dayOf(new Date(now().getTime() - LATE_DAYS * DAY_MS));
    if (!through || through < today) return;
    const stored = await alerts.ofMonth(frame.month);
    const month = {
      month: frame.month,
      through,
      daysKnown: frame.days.filter(frame.knows).length,
      currency,
      now: now().toISOString(),
    };
    const changes = (await budgets.spendings(frame))
      // The parts tell of themselves.
      .filter(({ line }) => line.from !== 'parts')
      .map(({ line, spending }) =>
        newAlerts(
          line,
          spending,
          month,
          stored.filter(({ budgetId }) => budgetId === line.id),
        ),
      );
    await alerts.change(
      changes.flatMap(({ remove }) => remove),
      changes.flatMap(({ add }) => add),
    );
  }
}
