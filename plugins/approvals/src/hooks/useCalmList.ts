import type {
  ApprovalList,
  ApprovalSummary,
} from '@portico/plugin-approvals-common';
import { useState } from 'react';

const sameRows = (a: ApprovalSummary[], b: ApprovalSummary[]) =>
  a.length === b.length && a.every(({ id }, row) => id === b[row].id);

/** How many rows are new, gone, or elsewhere. */
function countChanges(a: ApprovalSummary[], b: ApprovalSummary[]): number {
  const before = new Set(a.map(({ id }) => id));
  const after = new Set(b.map(({ id }) => id));
  const came = b.filter(({ id }) => !before.has(id)).length;
  const left = a.filter(({ id }) => !after.has(id)).length;
  return came + left || 1;
}

/**
 * A live list that never moves under the pointer: while `held`, rows are kept in place and the changes are
 * counted until `show` is called.
 */
export function useCalmList(list: ApprovalList | undefined, held: boolean) {
  const [shown, setShown] = useState(list);
  const differs =
    list !== undefined &&
    shown !== undefined &&
    !sameRows(shown.items, list.items);
  if (list !== shown && !(held && differs)) setShown(list);
  return {
    list: shown,
    changes: held && differs ? countChanges(shown.items, list.items) : 0,
    show: () => setShown(list),
  };
}
