import type { Objective } from '@portico/plugin-health-common';
import { BURN_RULES, type BurnRule } from '../query/windows';
import { badCount, burnOf, missed } from './objectiveReadings';
import type { SignalContext } from './SignalContext';

/** A rule that fires, with how fast the budget burns over its windows. */
export interface FiredRule extends BurnRule {
  longBurn: number;
  shortBurn: number;
}

/** The gravest rule whose both windows burn as fast, with enough bad requests in the long one; undefined where none does. */
export function firedRule(
  context: SignalContext,
  objective: Objective,
): FiredRule | undefined {
  for (const rule of BURN_RULES) {
    const longBurn = burnOf(context, objective, rule.long);
    const shortBurn = burnOf(context, objective, rule.short);
    const found = missed(context, objective, rule.long);
    if (
      found &&
      longBurn !== undefined &&
      shortBurn !== undefined &&
      Math.min(longBurn, shortBurn) >= rule.rate &&
      badCount(found, rule.long) >= context.settings.minimumErrors
    ) {
      return { ...rule, longBurn, shortBurn };
    }
  }
  return undefined;
}
