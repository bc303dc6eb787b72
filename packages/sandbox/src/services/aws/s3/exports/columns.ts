import type { BasicType } from 'hyparquet-writer';
import type { Charge } from '../../../../billing';
import { MANAGEMENT_ACCOUNT_ID } from '../../../../world';

/** What a cell may hold. */
export type Cell =
  | string
  | number
  | Date
  | Readonly<Record<string, string>>
  | undefined;

/** A column of an export. */
export interface Column {
  name: string;
  type: Extract<BasicType, 'STRING' | 'DOUBLE' | 'TIMESTAMP'> | 'MAP';
  read(charge: Charge): Cell;
}

const DAY_MS = 86_400_000;
const usd = (micros: number) => micros / 1e6;
const month = (day: string, later = 0) =>
  new Date(
    Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + later),
  );

/** Makes a column that is read so, or is always empty. */
function column(
  name: string,
  type: Column['type'],
  read: Column['read'] = () => undefined,
): Column {
  return { name, type, read };
}

/**
 * Columns of FOCUS 1.2 with those that AWS adds (`x_…`), in the order of the export:
 * https://docs.aws.amazon.com/cur/latest/userguide/table-dictionary-focus-1-2-aws.html
 */
export const COLUMNS: readonly Column[] = [
  column('AvailabilityZone', 'STRING'),
  column('BilledCost', 'DOUBLE', it => usd(it.billedCost)),
  column('BillingAccountId', 'STRING', () => MANAGEMENT_ACCOUNT_ID),
  column('BillingAccountName', 'STRING', () => 'mini-org'),
  column('BillingAccountType', 'STRING', () => 'Payer Account'),
  column('BillingCurrency', 'STRING', () => 'USD'),
  column('BillingPeriodEnd', 'TIMESTAMP', it => month(it.day, 1)),
  column('BillingPeriodStart', 'TIMESTAMP', it => month(it.day)),
  column('ChargeCategory', 'STRING', it => it.chargeCategory),
  column('ChargeClass', 'STRING'),
  column('ChargeDescription', 'STRING', it => it.description),
  column('ChargeFrequency', 'STRING', it =>
    it.chargeCategory === 'Usage' ? 'Usage-Based' : 'Recurring',
  ),
  column(
    'ChargePeriodEnd',
    'TIMESTAMP',
    it => new Date(Date.parse(it.day) + DAY_MS),
  ),
  column('ChargePeriodStart', 'TIMESTAMP', it => new Date(it.day)),
  column('ConsumedQuantity', 'DOUBLE', it => it.quantity),
  column('ConsumedUnit', 'STRING', it => it.unit),
  column('ContractedCost', 'DOUBLE', it => usd(it.listCost)),
  column('EffectiveCost', 'DOUBLE', it => usd(it.effectiveCost)),
  column('InvoiceId', 'STRING'),
  column('InvoiceIssuerName', 'STRING', () => 'Amazon Web Services, Inc.'),
  column('ListCost', 'DOUBLE', it => usd(it.listCost)),
  column('PricingCategory', 'STRING', it =>
    it.billedCost < it.effectiveCost ? 'Committed' : 'Standard',
  ),
  column('PricingCurrency', 'STRING', () => 'USD'),
  column('ProviderName', 'STRING', it => it.providerName),
  column('PublisherName', 'STRING', it =>
    it.providerName === 'AWS' ? 'Amazon Web Services, Inc.' : it.providerName,
  ),
  column('RegionId', 'STRING', it => it.regionId),
  column('RegionName', 'STRING', it =>
    it.regionId === 'us-east-1' ? 'US East (N. Virginia)' : undefined,
  ),
  column('ResourceId', 'STRING', it => it.resourceId),
  column('ResourceName', 'STRING', it => it.resourceName),
  column('ResourceType', 'STRING'),
  column('ServiceCategory', 'STRING', it => it.serviceCategory),
  column('ServiceName', 'STRING', it => it.serviceName),
  column('SubAccountId', 'STRING', it => it.accountId),
  column('SubAccountName', 'STRING', it => it.accountName),
  column('SubAccountType', 'STRING', () => 'Linked Account'),
  column('Tags', 'MAP', it => it.tags),
  column('x_UsageType', 'STRING', it => it.usageType),
];
