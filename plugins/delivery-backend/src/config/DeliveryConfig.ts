import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { DeliveryTargets } from '@portico/plugin-delivery-common';

/** The section `delivery`. */
export interface DeliveryConfig {
  /** Deployments to this environment count. */
  environment: string;
  windowDays: number;
  /** Values of `spec.type` of components that don't run, in lower case. */
  ignoreTypes: string[];
  /** Names of the templates whose flows are measured. */
  templates: { create: string; onboarding: string };
  targets: DeliveryTargets;
}

const DEFAULTS: DeliveryTargets = {
  leadTimeMinutes: 30,
  onboardingHours: 24,
  createToProductionHours: 24,
};

const TARGETS: (keyof DeliveryTargets)[] = [
  'leadTimeMinutes',
  'onboardingHours',
  'createToProductionHours',
  'deploymentsPerWeek',
  'changeFailureRate',
  'timeToRestoreMinutes',
];

/** Days that can be asked for; twice as many are kept, for the period before. */
export const MOST_DAYS = 180;

/** @throws InputError for a number that can't be meant */
export function readDeliveryConfig(root: Config): DeliveryConfig {
  const config = root.getOptionalConfig('delivery');
  const windowDays = config?.getOptionalNumber('windowDays') ?? 28;
  if (!Number.isInteger(windowDays) || windowDays < 1 || windowDays > MOST_DAYS)
    throw new InputError(
      `delivery.windowDays is ${windowDays}; it must be a whole number from 1 to ${MOST_DAYS}.`,
    );
  const targets = { ...DEFAULTS };
  for (const name of TARGETS) {
    const value = config?.getOptionalNumber(`targets.${name}`);
    if (value === undefined) continue;
    if (value <= 0 || (name === 'changeFailureRate' && value > 1))
      throw new InputError(
        `delivery.targets.${name} is ${value}; it must be more than 0${
          name === 'changeFailureRate' ? ' and at most 1' : ''
        }.`,
      );
    targets[name] = value;
  }
  return {
    environment: config?.getOptionalString('environment') ?? 'production',
    windowDays,
    ignoreTypes: (
      config?.getOptionalStringArray('ignoreTypes') ?? [
        'library',
        'documentation',
      ]
    ).map(type => type.toLowerCase()),
    templates: {
      create: config?.getOptionalString('templates.create') ?? 'new-service',
      onboarding:
        config?.getOptionalString('templates.onboarding') ?? 'user-onboarding',
    },
    targets,
  };
}
