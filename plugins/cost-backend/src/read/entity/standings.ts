import type { MonthStanding } from '@portico/plugin-cost-common';
import type { MonthForecast } from '@portico/plugin-cost-node';
import type { MonthBudget } from '../Findings';
import type { Look } from '../Look';
import type { Daily } from '../pure/amounts';
import { forecastOf } from '../pure/forecastOf';
import { monthsOf } from '../pure/monthsOf';
import { standingOf } from '../pure/standingOf';
import { findTarget, type Target } from './Target';
import { totalsOf, type Totals } from './totalsOf';

/** What an entity costs in a month, with what it is of. */
export interface EntityStanding {
  target: Target;
  standing: MonthStanding;
  months: ReturnType<typeof monthsOf>;
  daily: Daily;
  forecast?: MonthForecast;
}

/**
 * Standings of many entities, by reference: a fixed number of queries. Those that are not in the catalog, or not
 * theirs to see, are left out; a budget is only told to those who may see all that is spent from it.
 */
export async function standings(
  look: Look,
  entityRefs: readonly string[],
  budgets: ReadonlyMap<string, MonthBudget>,
): Promise<Map<string, EntityStanding>> {
  const targets = [...new Set(entityRefs)].flatMap(
    ref => findTarget(look, ref) ?? [],
  );
  const totals = await totalsOf(look, targets);
  return new Map(
    targets.map((target, at) => [
      target.entityRef,
      standingFrom(look, target, totals[at], budgets),
    ]),
  );
}

export function standingFrom(
  { frame }: Look,
  target: Target,
  { daily, months }: Totals,
  budgets: ReadonlyMap<string, MonthBudget>,
): EntityStanding {
  const forecast = forecastOf(frame, daily);
  const standing = standingOf(frame, daily, {
    forecast,
    budget: target.hidden ? undefined : budgets.get(target.entityRef),
  });
  return {
    target,
    standing,
    months: monthsOf(frame, months, standing),
    daily,
    forecast,
  };
}
