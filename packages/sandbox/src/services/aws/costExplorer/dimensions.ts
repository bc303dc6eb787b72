import type { Charge } from '../../../billing';
import { invalid } from '../json';

const RECORD_TYPES: Record<Charge['chargeCategory'], string> = {
  Usage: 'Usage',
  Purchase: 'SavingsPlanRecurringFee',
  Tax: 'Tax',
  Credit: 'Credit',
};

/** What Cost Explorer can group and filter by; https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_Expression.html */
const DIMENSIONS: Partial<Record<string, (charge: Charge) => string>> = {
  LINKED_ACCOUNT: charge => charge.accountId,
  SERVICE: charge => charge.serviceName,
  REGION: charge => charge.regionId ?? 'global',
  USAGE_TYPE: charge => charge.usageType,
  RECORD_TYPE: charge => RECORD_TYPES[charge.chargeCategory],
  LEGAL_ENTITY_NAME: charge =>
    charge.providerName === 'AWS' ? 'Amazon Web Services, Inc.' : 'Datadog',
  RESOURCE_ID: charge => charge.resourceId ?? 'NoResourceId',
};

/** @throws AwsError `ValidationException` for a dimension that there is not */
export function dimensionOf(key: string): (charge: Charge) => string {
  const read = DIMENSIONS[key];
  if (read) return read;
  throw invalid(
    `Group Definition dimension is invalid: ${key}. The sandbox has ${Object.keys(
      DIMENSIONS,
    ).join(', ')}.`,
  );
}

/** Groups of the organisation's cost categories: what an account is for. */
export function costCategoryOf(charge: Charge): string {
  const [, , environment = 'shared'] = charge.accountName.split('-');
  return environment;
}
