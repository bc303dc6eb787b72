import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { isMoney } from '@portico/plugin-approvals-common';
import { changeKindSchema } from '@portico/plugin-approvals-node';
import type {
  ApprovalRule,
  RuleAction,
  RuleCondition,
  RuleRequirement,
} from './ApprovalsConfig';
import { groupRef, templateRef, userRef } from './entityRefs';

type Section = ReturnType<RootConfigService['getConfig']>;

const ACTIONS: RuleAction[] = ['add', 'change', 'replace', 'destroy'];

/** Reads one of `approvals.rules`. */
export function readRule(section: Section): ApprovalRule {
  const name = section.getString('name');
  return {
    name,
    because: section.getOptionalString('because'),
    when: readCondition(section.getConfig('when'), name),
    requires: section
      .getConfigArray('requires')
      .map(requirement => readRequirement(requirement, name)),
    expiresInHours: section.getOptionalNumber('expiresInHours'),
  };
}

function readCondition(section: Section, rule: string): RuleCondition {
  return {
    environment: list(section, 'environment'),
    changeKind: list(section, 'changeKind')?.map(kind =>
      oneOf(kind, changeKindSchema.options, rule, 'changeKind'),
    ),
    template: list(section, 'template')?.map(templateRef),
    entityKind: list(section, 'entityKind')?.map(kind => kind.toLowerCase()),
    tier: list(section, 'tier'),
    owner: list(section, 'owner')?.map(groupRef),
    tag: list(section, 'tag'),
    action: list(section, 'action')?.map(action =>
      oneOf(action, ACTIONS, rule, 'action'),
    ),
    resourceType: list(section, 'resourceType'),
    monthlyIncreaseOver: amount(section, 'monthlyIncreaseOver', rule),
    monthlyCostOver: amount(section, 'monthlyCostOver', rule),
    currency: section.getOptionalString('currency') ?? 'USD',
    overBudget: section.getOptionalBoolean('overBudget') ?? false,
    orCostUnknown: section.getOptionalBoolean('orCostUnknown') ?? false,
  };
}

function readRequirement(section: Section, rule: string): RuleRequirement {
  const owner = section.getOptionalString('role') === 'owner';
  const group = section.getOptionalString('group');
  const deciders = [
    ...(group ? [groupRef(group)] : []),
    ...(section.getOptionalStringArray('users') ?? []).map(userRef),
  ];
  if (owner === deciders.length > 0) {
    throw new InputError(
      `Rule '${rule}' of approvals.rules: each of 'requires' needs either 'role: owner', or a 'group' or 'users'.`,
    );
  }
  const count = section.getOptionalNumber('count') ?? 1;
  if (!Number.isInteger(count) || count < 1) {
    throw new InputError(
      `Rule '${rule}' of approvals.rules: 'count' is a number of people, not ${count}.`,
    );
  }
  return {
    id: owner ? 'owner' : deciders.join(' '),
    title: section.getOptionalString('title') ?? titleOf(owner, deciders),
    owner,
    deciders,
    delegates: (section.getOptionalStringArray('delegates') ?? []).map(
      groupRef,
    ),
    count,
  };
}

function titleOf(owner: boolean, deciders: string[]): string {
  if (owner) return 'Owner';
  const name = deciders[0].split('/')[1].replaceAll(/[-_.]/g, ' ');
  return name[0].toUpperCase() + name.slice(1);
}

/** A text or a list of texts. */
function list(section: Section, key: string): string[] | undefined {
  const value = section.getOptional(key);
  return typeof value === 'string'
    ? [value]
    : section.getOptionalStringArray(key);
}

function amount(
  section: Section,
  key: string,
  rule: string,
): string | undefined {
  const value = section.getOptional<number | string>(key);
  if (value === undefined) return undefined;
  if (isMoney(String(value))) return String(value);
  throw new InputError(
    `Rule '${rule}' of approvals.rules: '${key}' is an amount such as 100 or 99.50, not '${value}'.`,
  );
}

function oneOf<T extends string>(
  value: string,
  choices: readonly T[],
  rule: string,
  key: string,
): T {
  const found = choices.find(choice => choice === value);
  if (found) return found;
  throw new InputError(
    `Rule '${rule}' of approvals.rules: '${key}' is one of ${choices.join(
      ', ',
    )}, not '${value}'.`,
  );
}
