import {
  addMoney,
  subtractMoney,
  type Change,
  type ChangeCost,
} from '@portico/plugin-approvals-common';
import type { EntityFacts } from '../directory/Directory';
import type { EntityCost } from './EntityCosts';

/**
 * Puts beside what a change costs what its whole entity costs now and afterwards, and its budget: of the catalog, or
 * of the cost plugin where that has none. What is in another currency is left out, and what the change says itself
 * stays.
 */
export function withEntityCost(
  change: Change,
  budget: EntityFacts['budget'],
  known: EntityCost | undefined,
): Change {
  const { cost } = change;
  if (!cost) return change;
  const { currency, monthlyBefore, monthlyAfter } = cost;
  const entity = known?.currency === currency ? known : undefined;
  const own = budget?.currency === currency ? budget.amount : undefined;
  const limit = own ?? entity?.budget;
  return {
    ...change,
    cost: {
      ...(entity && {
        entityMonthlyBefore: entity.monthly,
        entityMonthlyAfter: addMoney(
          entity.monthly,
          subtractMoney(monthlyAfter, monthlyBefore),
        ),
        ...(entity.through && { entityKnownThrough: entity.through }),
      }),
      ...(limit && { entityMonthlyBudget: limit }),
      ...cost,
    },
  };
}

/** For whoever may not see what the entity costs. */
export function withoutEntityCost(change: Change): Change {
  return change.cost ? { ...change, cost: withoutEntity(change.cost) } : change;
}

/** What the change itself costs. */
export function withoutEntity(cost: ChangeCost): ChangeCost {
  const {
    entityMonthlyBefore: _before,
    entityMonthlyAfter: _after,
    entityKnownThrough: _through,
    ...rest
  } = cost;
  return rest;
}
