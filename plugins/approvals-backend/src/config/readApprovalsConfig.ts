import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { ApprovalsConfig, Escalation } from './ApprovalsConfig';
import { groupRef } from './entityRefs';
import { readRule } from './readRule';

type Section = ReturnType<RootConfigService['getConfig']>;

/**
 * Reads `approvals`.
 *
 * @throws InputError that names the key, if a value makes no sense
 */
export function readApprovalsConfig(
  config: RootConfigService,
): ApprovalsConfig {
  const section = config.getOptionalConfig('approvals');
  const rules = (section?.getOptionalConfigArray('rules') ?? []).map(readRule);
  const double = rules.find(
    ({ name }, index) => rules.findIndex(rule => rule.name === name) < index,
  );
  if (double) {
    throw new InputError(
      `approvals.rules has two rules named '${double.name}'. Give each its own name.`,
    );
  }
  return {
    expiresInHours: positive(section, 'expiresInHours', 24),
    remindAtPercent: percent(section, 'remindAtPercent', 50),
    onePersonMayFillSeveral:
      section?.getOptionalBoolean('onePersonMayFillSeveral') ?? false,
    escalation: readEscalation(section?.getOptionalConfig('escalation')),
    rules,
  };
}

function readEscalation(section?: Section): Escalation | undefined {
  return (
    section && {
      atPercent: percent(section, 'atPercent', 75),
      to: section.getStringArray('to').map(groupRef),
      mayDecide: section.getOptionalBoolean('mayDecide') ?? false,
    }
  );
}

function positive(
  section: Section | undefined,
  key: string,
  fallback: number,
): number {
  const value = section?.getOptionalNumber(key) ?? fallback;
  if (value > 0) return value;
  throw new InputError(`approvals.${key} has to be above 0, not ${value}.`);
}

function percent(
  section: Section | undefined,
  key: string,
  fallback: number,
): number {
  const value = positive(section, key, fallback);
  if (value < 100) return value;
  throw new InputError(
    `approvals: ${key} has to be below 100, not ${value}: afterwards the approval has expired.`,
  );
}
