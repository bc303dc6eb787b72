import type { Nanos } from '@portico/plugin-cost-common';
import type { Group } from '../client/Group';

/** What a slice costs in all, which says what has to be asked for. */
export interface Overview {
  totals: {
    accountId: string;
    recordType: string;
    billed: Nanos;
    effective: Nanos;
  }[];
  /** Names of accounts by their numbers. */
  accountNames: ReadonlyMap<string, string>;
}

/** @param groups by account and record type */
export function overviewOf(groups: readonly Group[]): Overview {
  return {
    totals: groups.map(({ keys: [accountId, recordType], ...group }) => ({
      accountId,
      recordType,
      billed: group.billed,
      effective: group.effective,
    })),
    accountNames: new Map(
      groups.flatMap(({ names }) => [...(names ?? new Map<string, string>())]),
    ),
  };
}

/** Whether the parts of a slice add up to its total; Cost Explorer rounds each, so that a cent is let pass. */
export function addsUp(
  { totals }: Overview,
  parts: { billed: Nanos; effective: Nanos },
): boolean {
  const CENT = 10_000_000n;
  return (['billed', 'effective'] as const).every(cost => {
    const off = totals.reduce((sum, it) => sum + it[cost], -parts[cost]);
    return off <= CENT && off >= -CENT;
  });
}
