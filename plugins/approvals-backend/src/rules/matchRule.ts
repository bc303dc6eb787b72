import { compareMoney, subtractMoney } from '@portico/plugin-approvals-common';
import type { ApprovalRule, RuleCondition } from '../config/ApprovalsConfig';
import type { RuleSubject } from './RuleSubject';

/**
 * Why a rule matches, in words for the person who decides; `undefined` if it does not.
 * The rule's own words come first; otherwise those of its most telling conditions.
 */
export function matchRule(
  rule: ApprovalRule,
  subject: RuleSubject,
): string | undefined {
  const { when } = rule;
  if (!whereMatches(when, subject)) return undefined;
  const telling: string[] = [];
  if (when.monthlyIncreaseOver !== undefined || when.monthlyCostOver) {
    const words = costWords(when, subject);
    if (!words) return undefined;
    telling.push(words);
  }
  if (when.overBudget) {
    if (!goesOverBudget(subject)) return undefined;
    telling.push('over its budget');
  }
  if (when.action) {
    const words = actionWords(when.action, subject);
    if (!words) return undefined;
    telling.push(words);
  }
  return rule.because ?? (telling.join('; ') || placeWords(when, subject));
}

function whereMatches(when: RuleCondition, subject: RuleSubject): boolean {
  const { change } = subject;
  return (
    includes(when.environment, subject.environment) &&
    includes(when.changeKind, change.kind) &&
    includes(when.template, subject.templateRef ?? '') &&
    includes(when.entityKind, subject.entityKind) &&
    includes(when.tier, subject.tier) &&
    includes(when.owner, subject.owner) &&
    (!when.tag || when.tag.some(tag => subject.tags.includes(tag))) &&
    (!when.resourceType ||
      change.resources.some(
        ({ type, action }) =>
          !['read', 'none'].includes(action) &&
          when.resourceType?.includes(type),
      ))
  );
}

function includes(wanted: string[] | undefined, value: string): boolean {
  return (
    !wanted || wanted.some(one => one.toLowerCase() === value.toLowerCase())
  );
}

function costWords(
  when: RuleCondition,
  { change }: RuleSubject,
): string | undefined {
  const { cost } = change;
  if (!cost || cost.currency !== when.currency) {
    if (!when.orCostUnknown || change.kind !== 'terraform-plan')
      return undefined;
    return cost
      ? `its cost is in ${cost.currency}`
      : 'nobody knows what it costs';
  }
  const increase = subtractMoney(cost.monthlyAfter, cost.monthlyBefore);
  const words: string[] = [];
  if (when.monthlyIncreaseOver !== undefined) {
    if (compareMoney(increase, when.monthlyIncreaseOver) <= 0) return undefined;
    words.push(
      `more than ${when.monthlyIncreaseOver} ${when.currency} a month`,
    );
  }
  if (when.monthlyCostOver !== undefined) {
    if (compareMoney(cost.monthlyAfter, when.monthlyCostOver) <= 0)
      return undefined;
    words.push(
      `costs over ${when.monthlyCostOver} ${when.currency} a month in all`,
    );
  }
  return words.join(' and ');
}

/** By the forecast of the whole entity. A change that saves is no reason to ask. */
function goesOverBudget({ change: { cost } }: RuleSubject): boolean {
  const { entityMonthlyAfter: after, entityMonthlyBudget: budget } = cost ?? {};
  return (
    cost !== undefined &&
    after !== undefined &&
    budget !== undefined &&
    compareMoney(after, budget) > 0 &&
    compareMoney(cost.monthlyAfter, cost.monthlyBefore) > 0
  );
}

const ACTION_WORDS = {
  add: 'adds',
  change: 'changes',
  replace: 'replaces',
  destroy: 'destroys',
};

function actionWords(
  actions: NonNullable<RuleCondition['action']>,
  { change }: RuleSubject,
): string | undefined {
  const met = actions.filter(action => change.summary[action] > 0);
  return met.map(action => ACTION_WORDS[action]).join(' and ') || undefined;
}

const KIND_WORDS = {
  'terraform-plan': 'infrastructure',
  deployment: 'deployment',
  removal: 'removal',
  access: 'access',
  other: 'change',
};

function placeWords(when: RuleCondition, subject: RuleSubject): string {
  const words = [
    when.changeKind && KIND_WORDS[subject.change.kind],
    when.tier && `${subject.tier} tier`,
    when.environment && subject.environment,
    when.resourceType && when.resourceType.join(', '),
    when.tag && `tagged ${when.tag.join(', ')}`,
  ].filter(Boolean);
  return words.join(', ') || 'always asked';
}
