import type { LoggerService } from '@backstage/backend-plugin-api';
import { formatMoney, parseMoney } from '@portico/plugin-cost-common';
import type { AnomalyStore } from '../anomalies/AnomalyStore';
import type { AnomalyWatch } from '../anomalies/AnomalyWatch';
import type { Announcer } from '../announce/Announcer';
import { alertNotice, anomalyNotice } from '../announce/noticeOf';
import type { AlertStore } from '../budgets/AlertStore';
import type { Budgets } from '../budgets/Budgets';
import type { BudgetWatch } from '../budgets/BudgetWatch';
import type { CostConfig } from '../config/CostConfig';
import type { MonthFrame } from '../read/time/MonthFrame';
import type { Savings } from '../savings/Savings';
import { dayOf } from '../store/days';
import type { CostSubjects } from '../subjects/CostSubjects';

const DAY_MS = 86_400_000;
/** What could not be told for so long is not told any more. */
const TOLD_DAYS = 3;
/** Anomalies that began longer ago are on the page, and no news. */
const NEWS_DAYS = 10;

interface FindingsJobOptions {
  alerts: AlertStore;
  anomalies: AnomalyStore;
  announcer: Announcer;
  budgets: Budgets;
  budgetWatch: BudgetWatch;
  anomalyWatch: AnomalyWatch;
  config: CostConfig;
  savings: Savings;
  subjects: CostSubjects;
  logger: LoggerService;
  frame: (month?: string) => Promise<MonthFrame>;
  /** Newest day of any bill, `YYYY-MM-DD`. */
  newest: () => Promise<string | undefined>;
  now: () => Date;
}

/** Looks for what is worth knowing, and tells it. Running it again finds and tells nothing new. */
export class FindingsJob {
  readonly #options: FindingsJobOptions;

  constructor(options: FindingsJobOptions) {
    this.#options = options;
  }

  /** Call it on one replica, after a collection has changed something. */
  async run(signal: AbortSignal): Promise<void> {
    const { anomalyWatch, budgetWatch, savings, frame, newest } = this.#options;
    const last = await newest();
    if (!last) return;
    const current = await frame();
    const through = current.days.at(-1);
    const steps: [string, () => Promise<unknown>][] = [
      // The newest days of the month before may have been restated.
      [
        'budgets',
        async () => budgetWatch.run(await frame(current.before.month)),
      ],
      ['budgets', () => budgetWatch.run(current)],
      ['anomalies', () => anomalyWatch.run(last, signal)],
      ['savings', async () => through && savings.run(through)],
      ['alerts', () => this.#tellAlerts()],
      ['anomalies', () => this.#tellAnomalies(last)],
    ];
    const failures: string[] = [];
    for (const [what, step] of steps) {
      signal.throwIfAborted();
      // What one of them lacks is no reason to leave out the others.
      await step().catch((error: Error) => {
        failures.push(`${what}: ${error.stack}`);
      });
    }
    if (failures.length > 0) {
      throw new Error(
        `Some findings on costs are as they were before: ${failures.join(
          '; ',
        )}`,
      );
    }
  }

  async #tellAlerts(): Promise<void> {
    const { alerts, announcer, budgets, now } = this.#options;
    const waiting = await alerts.untold(
      new Date(now().getTime() - TOLD_DAYS * DAY_MS),
    );
    const months = [...new Set(waiting.map(({ month }) => month))];
    const lines = (
      await Promise.all(months.map(month => budgets.lines(month)))
    ).flat();
    await announcer.tell(
      waiting.map(alert => {
        const tell = lines.find(({ id }) => id === alert.budgetId)?.tell ?? [];
        return {
          id: alert.id,
          ...(tell.length && { notice: alertNotice(alert, tell) }),
        };
      }),
      id => alerts.told([id], now().toISOString()),
    );
  }

  async #tellAnomalies(through: string): Promise<void> {
    const { anomalies, announcer, config, subjects, now } = this.#options;
    const catalog = await subjects.catalog();
    const waiting = await anomalies.untold(
      new Date(now().getTime() - TOLD_DAYS * DAY_MS),
    );
    const news = dayOf(new Date(Date.parse(through) - NEWS_DAYS * DAY_MS));
    await announcer.tell(
      waiting.map(({ id, entityRef, from, to, detail }) => {
        const owner = entityRef && catalog.byRef.get(entityRef)?.owner;
        const tell = entityRef ? [owner ?? entityRef] : config.tell;
        const isNews = !to && from >= news && tell.length > 0;
        return {
          id,
          ...(isNews && {
            notice: anomalyNotice(
              {
                ...detail,
                id,
                entityRef,
                excess: formatMoney(parseMoney(detail.excess), config.currency),
              },
              tell,
            ),
          }),
        };
      }),
      id => anomalies.told(id, now().toISOString()),
    );
  }
}
