import type { GetCostAndUsageCommandOutput } from '@aws-sdk/client-cost-explorer';
import { parseMoney } from '@portico/plugin-cost-common';
import { dayAfter, type DaySlice } from '@portico/plugin-cost-node';
import type { Group } from './Group';

/** Cost Explorer's periods end with the day after the last. */
export function periodOf({ from, to }: DaySlice) {
  return { Start: from, End: dayAfter(to) };
}

/** The groups of a page; amounts are decimals, and stay so. */
export function readGroups(
  {
    ResultsByTime = [],
    DimensionValueAttributes = [],
  }: GetCostAndUsageCommandOutput,
  metrics: { billed: string; effective: string },
): Group[] {
  const names = new Map(
    DimensionValueAttributes.flatMap(({ Value, Attributes }) =>
      Value && Attributes?.description
        ? [[Value, Attributes.description] as const]
        : [],
    ),
  );
  return ResultsByTime.flatMap(({ TimePeriod, Groups = [] }) =>
    Groups.map(({ Keys = [], Metrics = {} }) => ({
      day: TimePeriod?.Start ?? '',
      keys: Keys,
      billed: parseMoney(Metrics[metrics.billed]?.Amount ?? '0'),
      effective: parseMoney(Metrics[metrics.effective]?.Amount ?? '0'),
      currency: Metrics[metrics.billed]?.Unit ?? 'USD',
      names,
    })),
  );
}
