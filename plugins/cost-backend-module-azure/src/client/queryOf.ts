import type { DaySlice } from '@portico/plugin-cost-node';
import type { AzureSettings } from '../config/AzureSettings';
import type { CostType } from './CostTable';

const dimension = (name: string) => ({ type: 'Dimension', name });

/** Whether costs can be told by resource, with all of its tags: only of a subscription and what is in it. */
export function isByResource({ scope }: AzureSettings): boolean {
  return scope.startsWith('/subscriptions/');
}

/** The body of a query. */
export function queryOf(
  settings: AzureSettings,
  type: CostType,
  { from, to }: DaySlice,
) {
  const byResource = isByResource(settings);
  return {
    type,
    timeframe: 'Custom',
    timePeriod: { from: `${from}T00:00:00Z`, to: `${to}T23:59:59Z` },
    dataset: {
      granularity: 'Daily',
      aggregation: { totalCost: { name: 'Cost', function: 'Sum' } },
      grouping: [
        ...['SubscriptionId', 'SubscriptionName', 'ServiceName'].map(dimension),
        ...['ChargeType', 'ResourceLocation'].map(dimension),
        ...(byResource
          ? ['ResourceId', 'ResourceType'].map(dimension)
          : [{ type: 'TagKey', name: settings.tag }]),
      ],
      ...(byResource && { include: ['Tags'] }),
    },
  };
}
