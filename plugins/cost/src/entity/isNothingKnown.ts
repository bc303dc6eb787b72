import type { EntityCost } from '@portico/plugin-cost-common';

/** Whether no bill was ever attributed to it: not the same as nothing spent this month. */
export function isNothingKnown({ rows, months }: EntityCost): boolean {
  return (
    rows.length === 0 &&
    months.every(({ amount }) => amount === null || Number(amount) === 0)
  );
}
