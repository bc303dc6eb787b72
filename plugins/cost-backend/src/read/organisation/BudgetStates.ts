import type { BudgetStanding } from '@portico/plugin-cost-common';
import { findTarget, isWhole, type Target } from '../entity/Target';
import { standingFrom } from '../entity/standings';
import { totalsOf } from '../entity/totalsOf';
import type { MonthBudget } from '../Findings';
import type { Look } from '../Look';

/** How the budget of an entity stands. */
interface EntityBudget {
  target: Target;
  kind: string;
  budget: BudgetStanding;
}

const EVERYBODY = { all: true, may: () => true };

/**
 * Budgets of entities that are passed or near. How one stands is the same for all who may see it: it is reckoned once
 * for each state of the bills, the catalog and the budgets.
 */
export class BudgetStates {
  #known?: { key: string; found: Promise<EntityBudget[]> };

  /** Those whose every part the reader may see; those that are over come with the largest excess first. */
  async of(
    look: Look,
    budgets: ReadonlyMap<string, MonthBudget>,
  ): Promise<{ over: EntityBudget[]; near: EntityBudget[] }> {
    const told = (await this.#all(look, budgets)).filter(({ target }) =>
      isWhole(look, target.entityRef),
    );
    return {
      over: told
        .filter(({ budget: { state } }) => /over$/.test(state))
        .sort((a, b) => excess(b.budget) - excess(a.budget)),
      near: told.filter(({ budget: { state } }) => state === 'near'),
    };
  }

  #all(
    look: Look,
    budgets: ReadonlyMap<string, MonthBudget>,
  ): Promise<EntityBudget[]> {
    const whole = { ...look, seen: EVERYBODY };
    const targets = [...budgets.keys()].flatMap(
      ref => findTarget(whole, ref) ?? [],
    );
    const { bills, dictionary, frame, metric } = look;
    const key = JSON.stringify([
      ...[dictionary.revision, bills.through, frame.month, metric],
      targets.map(({ entityRef, title, subjects }) => [
        ...[entityRef, title, String(budgets.get(entityRef)!.amount)],
        subjects,
      ]),
    ]);
    if (this.#known?.key === key) return this.#known.found;
    const known = { key, found: reckon(whole, targets, budgets) };
    this.#known = known;
    known.found.catch(() => {
      if (this.#known === known) this.#known = undefined;
    });
    return known.found;
  }
}

async function reckon(
  look: Look,
  targets: readonly Target[],
  budgets: ReadonlyMap<string, MonthBudget>,
): Promise<EntityBudget[]> {
  const totals = await totalsOf(look, targets);
  return targets.flatMap((target, at) => {
    const { standing } = standingFrom(look, target, totals[at], budgets);
    if (!standing.budget) return [];
    const kind = look.catalog.byRef.get(target.entityRef)?.kind ?? '';
    return { target, kind, budget: standing.budget };
  });
}

function excess({ amount, spent, forecast }: BudgetStanding): number {
  return Number(amount) * ((forecast ?? spent) - 1);
}
