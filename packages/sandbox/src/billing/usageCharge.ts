import { chance } from './chance';
import type { Charge, Priced } from './Charge';
import { usageOn } from './usage';

/** Usage that reaches the bill late: a day is whole when it is so many days old. */
export const RESTATED_DAYS = 3;
const SAVINGS_PLAN_DISCOUNT = 0.28;
const MICROS = 1_000_000;

/** What something costs on a day that is so many days old. */
export function usageCharge(priced: Priced, day: string, age: number): Charge {
  const { usd, elastic, covered = 0, quantity, ...rest } = priced;
  const key = `${rest.accountId} ${rest.resourceId ?? rest.resourceName} ${
    rest.usageType
  }`;
  const usage = 1 - elastic + elastic * usageOn(day, key);
  // A part of what was used comes to the bill later.
  const late = age < RESTATED_DAYS ? 1 - 0.08 * chance('late', key, day) : 1;
  const listCost = Math.round(usd * usage * late * MICROS);
  const plan = Math.round(listCost * covered * (1 - SAVINGS_PLAN_DISCOUNT));
  const billedCost = listCost - Math.round(listCost * covered);
  return {
    ...rest,
    day,
    listCost,
    billedCost,
    effectiveCost: billedCost + plan,
    quantity: quantity && quantity * usage * late,
  };
}
