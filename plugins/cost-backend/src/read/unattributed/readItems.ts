import type { Nanos } from '@portico/plugin-cost-common';
import type { Look } from '../Look';
import { descending } from '../pure/amounts';
import { linesOf } from '../sql/lines';
import { exactSum } from '../sql/tables';
import type { Cause } from './causes';

/** A resource, or what of a service has none, that is nobody's, and why. */
export interface LooseItem {
  id: string;
  cause: Cause;
  found?: string;
  rule?: string;
  provider: string;
  /** Number of the account, and how it is called. */
  accountId?: string;
  account?: string;
  service: string;
  resourceId?: string;
  name?: string;
  tags: Record<string, string>;
  amount: Nanos;
}

/** All that is nobody's on the month's days, largest first. */
export async function readItems(look: Look): Promise<LooseItem[]> {
  const { db, frame, metric } = look;
  const { days } = frame;
  if (days.length === 0) return [];
  const columns = [
    'p.cause',
    'p.found',
    'p.rule',
    'c.provider',
    'c.account_id',
    'c.service',
    'c.resource_id',
  ];
  const rows = await linesOf(db, {
    from: days[0],
    to: days.at(-1)!,
    whose: 'nobody',
  })
    .select(
      ...columns,
      db.raw('MAX(c.account_name) AS account_name'),
      db.raw('MAX(c.resource_name) AS resource_name'),
      db.raw('MAX(c.tags) AS tags'),
      exactSum(db, metric),
    )
    .groupBy(columns);
  return rows
    .map(
      (row): LooseItem => ({
        id: [row.cause, row.provider, row.account_id, row.service]
          .concat(row.resource_id, row.found, row.rule)
          .map(part => encodeURIComponent(part ?? ''))
          .join('/'),
        cause: row.cause,
        ...(row.found && { found: row.found }),
        ...(row.rule && { rule: row.rule }),
        provider: row.provider,
        ...(row.account_id && {
          accountId: row.account_id,
          account: row.account_name ?? row.account_id,
        }),
        service: row.service,
        ...(row.resource_id && { resourceId: row.resource_id }),
        ...(row.resource_name && { name: row.resource_name }),
        tags: JSON.parse(row.tags),
        amount: BigInt(row.amount),
      }),
    )
    .filter(({ amount }) => amount !== 0n)
    .sort((a, b) => descending(a.amount, b.amount));
}
