import { moneyToDecimal } from '@portico/plugin-cost-common';
import { addDays } from '../store/days';
import type { ExportLine } from './ExportLine';

/** A file's columns: their names, and what stands in them. */
export type Columns = readonly (readonly [
  name: string,
  value: (line: ExportLine, currency: string) => string | undefined,
])[];

/** For people: one line for each day, charge and whoever pays it. */
const CSV: Columns = [
  ['Day', line => line.day],
  ['Entity', line => line.entityRef],
  ['Kind', line => line.kind],
  ['Rule', line => line.rule],
  ['Cause', line => line.cause],
  ['Provider', line => line.provider],
  ['Account', line => line.accountName ?? line.accountId],
  ['Category', line => line.category],
  ['Service', line => line.service],
  ['Resource', line => line.resourceId],
  ['Resource name', line => line.resourceName],
  ['Environment', line => line.environment],
  ['Charge', line => line.chargeCategory],
  ['Description', line => line.description],
  ['Billed', line => moneyToDecimal(line.billed)],
  ['Amortised', line => moneyToDecimal(line.effective)],
  ['Currency', (_line, currency) => currency],
];

/**
 * FOCUS 1.2 (https://focus.finops.org/focus-specification/v1-2/), with what Portico adds in columns of its own. A
 * charge that several share has a row for each; list and contracted cost are as billed where the provider tells none.
 */
const FOCUS: Columns = [
  ['BilledCost', line => moneyToDecimal(line.billed)],
  ['BillingAccountId', line => line.billingAccount],
  ['BillingCurrency', (_line, currency) => currency],
  ['BillingPeriodStart', line => `${line.day.slice(0, 7)}-01T00:00:00Z`],
  ['BillingPeriodEnd', line => `${nextMonth(line.day)}T00:00:00Z`],
  ['ChargeCategory', line => line.chargeCategory],
  ['ChargeClass', line => (line.correction ? 'Correction' : undefined)],
  ['ChargeDescription', line => line.description],
  ['ChargePeriodStart', line => `${line.day}T00:00:00Z`],
  ['ChargePeriodEnd', line => `${addDays(line.day, 1)}T00:00:00Z`],
  ['ConsumedQuantity', line => line.quantity],
  ['ConsumedUnit', line => (line.quantity ? line.unit : undefined)],
  ['ContractedCost', line => moneyToDecimal(line.contracted ?? line.billed)],
  ['EffectiveCost', line => moneyToDecimal(line.effective)],
  ['InvoiceIssuerName', line => line.provider],
  ['ListCost', line => moneyToDecimal(line.list ?? line.billed)],
  ['ProviderName', line => line.provider],
  ['PublisherName', line => line.provider],
  ['RegionId', line => line.region],
  ['ResourceId', line => line.resourceId],
  ['ResourceName', line => line.resourceName],
  ['ResourceType', line => line.resourceType],
  ['ServiceCategory', line => line.category],
  ['ServiceName', line => line.service],
  ['SubAccountId', line => line.accountId],
  ['SubAccountName', line => line.accountName],
  ['Tags', line => line.tags],
  ['x_Entity', line => line.entityRef],
  ['x_Attribution', line => line.kind],
  ['x_AttributionRule', line => line.rule],
  ['x_UnattributedCause', line => line.cause],
  ['x_OriginalCurrency', line => line.originalCurrency],
];

export const FORMATS = { csv: CSV, focus: FOCUS } as const;
export type ExportFormat = keyof typeof FORMATS;

/** First day of the month after that of a day. */
function nextMonth(day: string): string {
  return `${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;
}
