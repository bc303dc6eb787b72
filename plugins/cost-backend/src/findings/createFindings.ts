import type { Router } from 'express';
import { AnomalyResolver } from '../anomalies/AnomalyResolver';
import { AnomalyStore } from '../anomalies/AnomalyStore';
import { AnomalyWatch } from '../anomalies/AnomalyWatch';
import type { ChangeSource } from '../anomalies/Change';
import { DeliveryChanges } from '../anomalies/DeliveryChanges';
import { HealthTimelineChanges } from '../anomalies/HealthTimelineChanges';
import { Announcer } from '../announce/Announcer';
import { AlertStore } from '../budgets/AlertStore';
import { Budgets } from '../budgets/Budgets';
import { BudgetWatch } from '../budgets/BudgetWatch';
import type { CostContext } from '../CostContext';
import { Bills } from '../read/Bills';
import { Looks } from '../read/Look';
import { monthFrame } from '../read/time/MonthFrame';
import { Savings } from '../savings/Savings';
import { dayOf, dayText } from '../store/days';
import { UnitCosts } from '../units/UnitCosts';
import { createFindingRoutes } from './findingRoutes';
import { FindingsJob } from './FindingsJob';
import { FindingsReader } from './FindingsReader';

/** Budgets, anomalies, savings and unit costs: what other routes show, the routes of their own, and the job. */
export interface CostFindings {
  reader: FindingsReader;
  routes: Router;
  job: FindingsJob;
}

/** @param options.changes who may know what was changed; delivery, then the timeline of health if absent */
export function createFindings(
  context: CostContext,
  options: { changes?: readonly ChangeSource[] } = {},
): CostFindings {
  const { config, db, now } = context;
  const {
    changes = [
      new DeliveryChanges(context),
      new HealthTimelineChanges(context),
    ],
  } = options;
  const bills = new Bills({ db, currency: config.currency });
  const frame = async (month?: string) =>
    monthFrame(month, { ...(await bills.known()), today: dayOf(now()) });
  const newest = async () => {
    const [{ day }] = await db('cost_ledger')
      .where('attributed', '>', 0)
      .max('day as day');
    return day ? dayText(Number(day)) : undefined;
  };
  const alerts = new AlertStore(db);
  const anomalies = new AnomalyStore(db);
  const budgets = new Budgets({ ...context, alerts });
  const savings = new Savings(context);
  const looks = new Looks(context);
  const reader = new FindingsReader({
    alerts,
    anomalies,
    budgets,
    savings,
    units: new UnitCosts({ db, units: config.unitCosts }),
    frame,
    now,
  });
  return {
    reader,
    job: new FindingsJob({
      ...context,
      alerts,
      anomalies,
      announcer: new Announcer(context),
      budgets,
      budgetWatch: new BudgetWatch({
        alerts,
        budgets,
        currency: config.currency,
        now,
      }),
      anomalyWatch: new AnomalyWatch({ ...context, store: anomalies, changes }),
      savings,
      frame,
      newest,
    }),
    routes: createFindingRoutes({
      ...context,
      budgets,
      looks,
      reader,
      savings,
      resolver: new AnomalyResolver({
        ...context,
        rights: looks.rights,
        store: anomalies,
      }),
    }),
  };
}
