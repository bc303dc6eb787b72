/** One row of a file, by FOCUS' names of columns; what is absent or null is undefined. */
export type FocusRecord = Record<string, unknown>;

/** Columns that a file has to have, or it is no FOCUS file: https://focus.finops.org/focus-specification/v1-2/ */
export const REQUIRED_COLUMNS = [
  'BilledCost',
  'EffectiveCost',
  'BillingAccountId',
  'BillingCurrency',
  'ChargeCategory',
  'ChargePeriodStart',
  'ProviderName',
  'ServiceCategory',
  'ServiceName',
] as const;

/** Columns that are read where there are any. */
const OPTIONAL_COLUMNS = [
  'BillingPeriodEnd',
  'BillingPeriodStart',
  'ChargeClass',
  'ChargeDescription',
  'ConsumedQuantity',
  'ConsumedUnit',
  'ContractedCost',
  'ListCost',
  'RegionId',
  'ResourceId',
  'ResourceName',
  'ResourceType',
  'SubAccountId',
  'SubAccountName',
  'Tags',
] as const;

export const COLUMNS: readonly string[] = [
  ...REQUIRED_COLUMNS,
  ...OPTIONAL_COLUMNS,
];

/** What other versions call them: 1.0-preview, as Oracle still exports it, and 1.3. */
export const FORMER_NAMES: Readonly<Record<string, string>> = {
  Provider: 'ProviderName',
  ServiceProviderName: 'ProviderName',
  Region: 'RegionId',
  UsageQuantity: 'ConsumedQuantity',
  UsageUnit: 'ConsumedUnit',
};
