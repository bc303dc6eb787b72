import type { AzureCharge } from '../../../billing';
import { AzureError } from '../AzureError';

const CHARGE_TYPES: Record<AzureCharge['chargeCategory'], string> = {
  Usage: 'Usage',
  Purchase: 'Purchase',
  Credit: 'Refund',
  Tax: 'Tax',
};

/** What costs can be grouped by. Ids and types come in lower case, as Azure has them in costs. */
const DIMENSIONS: Record<string, (charge: AzureCharge) => string> = {
  ResourceGroup: ({ resourceGroup = '' }) => resourceGroup.toLowerCase(),
  ResourceGroupName: ({ resourceGroup = '' }) => resourceGroup.toLowerCase(),
  ResourceType: ({ resourceType = '' }) => resourceType.toLowerCase(),
  ResourceId: ({ resourceId = '' }) => resourceId.toLowerCase(),
  ResourceLocation: ({ regionId = '' }) => regionId,
  SubscriptionId: ({ accountId }) => accountId,
  SubscriptionName: ({ accountName }) => accountName,
  ServiceName: ({ serviceName }) => serviceName,
  MeterCategory: ({ serviceName }) => serviceName,
  Meter: ({ usageType }) => usageType,
  ChargeType: ({ chargeCategory }) => CHARGE_TYPES[chargeCategory],
  PublisherType: () => 'Azure',
};

/** One thing that costs are grouped by: the names of its columns, and its values. */
export interface Grouping {
  columns: string[];
  read(charge: AzureCharge): string[];
}

/** @throws AzureError as Cost Management words it */
export function readGrouping(
  { type, name }: { type?: unknown; name?: unknown },
  isAboveSubscriptions: boolean,
): Grouping {
  const key = String(name);
  if (type === 'TagKey') {
    return {
      columns: ['TagKey', 'TagValue'],
      read: ({ tags }) => (tags[key] ? [key, tags[key]] : ['', '']),
    };
  }
  const found = Object.hasOwn(DIMENSIONS, key) ? DIMENSIONS[key] : undefined;
  if (type !== 'Dimension' || !found) {
    throw AzureError.badRequest(
      `Invalid query definition: Invalid dataset grouping: '${key}'; valid values: ${Object.keys(
        DIMENSIONS,
      )
        .map(one => `'${one}'`)
        .join(',')}.`,
    );
  }
  if (key === 'ResourceId' && isAboveSubscriptions) {
    throw AzureError.badRequest(
      'Invalid query definition: Grouping by ResourceId is supported only at subscription scope and below.',
    );
  }
  return { columns: [key], read: charge => [found(charge)] };
}

/** Tags as a column of costs has them: `"service":"orders"` each. */
export function tagsColumn({ tags }: AzureCharge): string[] {
  return Object.entries(tags).map(
    ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
  );
}
