import type { BudgetRow } from '@portico/plugin-cost-common';
import type { Knex } from 'knex';
import type { CostConfig } from '../config/CostConfig';
import type { MonthBudget } from '../read/Findings';
import { addUp, fromUnits, sumOf, type Daily } from '../read/pure/amounts';
import { forecastOf } from '../read/pure/forecastOf';
import { standingOf } from '../read/pure/standingOf';
import { reachOf, type MonthFrame } from '../read/time/MonthFrame';
import type { Seen } from '../rights/CostRights';
import type { CostCatalog } from '../subjects/CostCatalog';
import type { CostSubjects } from '../subjects/CostSubjects';
import { monthNumber } from '../store/days';
import type { AlertStore, StoredAlert } from './AlertStore';
import type { BudgetLine } from './BudgetLine';
import { budgetLines } from './budgetLines';
import { readSpendings, type Spendings } from './readSpendings';
import type { Spending } from './Spending';

interface BudgetsOptions {
  db: Knex;
  config: CostConfig;
  subjects: CostSubjects;
  alerts: AlertStore;
}

/** Knows what may be spent, and what is. */
export class Budgets {
  readonly #options: BudgetsOptions;

  readonly #known = new WeakMap<
    CostCatalog,
    Map<string, Promise<BudgetLine[]>>
  >();

  constructor(options: BudgetsOptions) {
    this.#options = options;
  }

  /**
   * As of the catalog that is known: reckoned once for each, that is, once a minute.
   *
   * @param month `YYYY-MM`
   */
  async lines(month: string): Promise<BudgetLine[]> {
    const catalog = await this.#options.subjects.catalog();
    const months = this.#known.get(catalog) ?? new Map();
    this.#known.set(catalog, months);
    const lines = months.get(month) ?? this.#load(month, catalog);
    months.set(month, lines);
    lines.catch(() => months.delete(month));
    return lines;
  }

  async #load(month: string, catalog: CostCatalog): Promise<BudgetLine[]> {
    const { config, db } = this.#options;
    const costly: string[] = await db('cost_monthly')
      .join('cost_subject', 'cost_subject.id', 'cost_monthly.subject_id')
      .where({ month: monthNumber(`${month}-01`) })
      .distinct('ref')
      .pluck('ref');
    return budgetLines(catalog, config.budgets, {
      rates: config.rates,
      month,
      finance: config.tell,
      costly: new Set(costly),
    });
  }

  /** Amounts in the base currency, by reference; `organisation` for the whole. */
  async ofMonth(month: string): Promise<Map<string, MonthBudget>> {
    const lines = await this.lines(month);
    return new Map(
      lines.flatMap(({ id, amount, from }) =>
        amount === undefined ? [] : [[id, { amount, from }] as const],
      ),
    );
  }

  /** All budgets with what is spent from each. */
  async spendings(
    frame: MonthFrame,
  ): Promise<{ line: BudgetLine; daily: Daily; spending: Spending }[]> {
    const { db, subjects } = this.#options;
    const catalog = await subjects.catalog();
    const spendings = await readSpendings(db, reachOf(frame));
    return (await this.lines(frame.month)).map(line => {
      const daily = dailyOf(line, spendings, catalog);
      return { line, daily, spending: spendingOf(frame, daily) };
    });
  }

  /**
   * Rows of the page: those whose every part the reader may see, the furthest spent first.
   *
   * @param seen what the reader may see
   */
  async rows(frame: MonthFrame, seen: Seen): Promise<BudgetRow[]> {
    const { alerts, subjects } = this.#options;
    const catalog = await subjects.catalog();
    const stored = await alerts.ofMonth(frame.month);
    const all = await this.spendings(frame);
    return all
      .filter(({ line }) => isVisible(line, catalog, seen))
      .map(({ line, daily }) => rowOf(line, daily, frame, stored))
      .sort(
        (a, b) =>
          (b.standing.budget?.spent ?? -1) - (a.standing.budget?.spent ?? -1),
      );
  }
}

function isVisible({ of }: BudgetLine, catalog: CostCatalog, seen: Seen) {
  if (!('entityRef' in of)) return seen.all;
  return seen.all || catalog.covers(of.entityRef).every(ref => seen.may(ref));
}

function rowOf(
  { id, title, of, amount, from, problem }: BudgetLine,
  daily: Daily,
  frame: MonthFrame,
  stored: readonly StoredAlert[],
): BudgetRow {
  return {
    id,
    title,
    ...('entityRef' in of && { entityRef: of.entityRef }),
    standing: standingOf(frame, daily, {
      forecast: forecastOf(frame, daily),
      ...(amount !== undefined && { budget: { amount, from } }),
    }),
    alerts: stored.filter(it => it.budgetId === id).map(viewOf),
    ...(problem && { problem }),
  };
}

/** An alert as it is sent. */
export function viewOf(alert: StoredAlert) {
  const { budgetId: _id, stated: _stated, toldAt: _told, ...view } = alert;
  return view;
}

function dailyOf(
  { of }: BudgetLine,
  spendings: Spendings,
  catalog: CostCatalog,
): Daily {
  if ('organisation' in of) return spendings.organisation;
  if ('provider' in of) {
    return spendings.providers.get(of.provider) ?? new Map();
  }
  if ('category' in of) {
    return spendings.categories.get(of.category) ?? new Map();
  }
  return addUp(
    catalog
      .covers(of.entityRef)
      .flatMap(ref => spendings.entities.get(ref) ?? []),
  );
}

function spendingOf(frame: MonthFrame, daily: Daily): Spending {
  const forecast = forecastOf(frame, daily);
  return {
    spent: sumOf(daily, frame.days),
    ...(forecast && {
      forecast: {
        expected: fromUnits(forecast.expected),
        low: fromUnits(forecast.low),
        high: fromUnits(forecast.high),
      },
    }),
  };
}
