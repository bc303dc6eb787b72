import type { CostRow } from '@portico/plugin-cost-node';
import type { Group } from '../client/Group';
import type { Cell } from '../plan/Cell';
import type { Overview } from '../plan/Overview';
import { serviceCategoryOf } from './serviceCategory';

/** What all rows of a slice share. */
export interface RowContext {
  billingAccountId: string;
  overview: Overview;
  /** Who sells a service, by its name. */
  sellers: ReadonlyMap<string, string>;
}

/** Writes a group of a day as a row of FOCUS; none where it costs nothing. */
export function toRow(
  { day, billed, effective, currency }: Group,
  options: RowContext & {
    cell: Cell;
    accountId?: string;
    service: string;
    tags: Record<string, string>;
  },
): CostRow[] {
  if (billed === 0n && effective === 0n) return [];
  const { cell, overview, sellers, accountId, service, tags } = options;
  const isUsage = cell.chargeCategory === 'Usage';
  return [
    {
      day,
      providerName: sellers.get(service) ?? 'AWS',
      billingAccountId: options.billingAccountId,
      subAccountId: accountId,
      subAccountName: accountId && overview.accountNames.get(accountId),
      serviceCategory: serviceCategoryOf(service),
      serviceName: service,
      chargeCategory: cell.chargeCategory,
      chargeDescription: isUsage ? undefined : cell.recordTypes.join(', '),
      tags,
      billedCost: billed,
      effectiveCost: effective,
      billingCurrency: currency,
    },
  ];
}
