import { useState } from 'react';

const sameRows = (a: string[], b: string[]) =>
  a.length === b.length && a.every((key, row) => key === b[row]);

/** How many rows are new, gone, or elsewhere. */
function countChanges(a: string[], b: string[]): number {
  const before = new Set(a);
  const after = new Set(b);
  const came = b.filter(key => !before.has(key)).length;
  const left = a.filter(key => !after.has(key)).length;
  return came + left || b.filter((key, row) => key !== a[row]).length;
}

/**
 * A live list that never moves under the pointer: while `held`, rows stay where they are, with the newest of
 * what they say, and the changes are counted until `show` is called. Without a list it starts over.
 */
export function useCalmList<T>(
  list: T[] | undefined,
  keyOf: (item: T) => string,
  held: boolean,
): { list?: T[]; changes: number; show(): void } {
  const [shown, setShown] = useState(list);
  const order = shown?.map(keyOf);
  const differs =
    list !== undefined &&
    order !== undefined &&
    !sameRows(order, list.map(keyOf));
  if (list !== shown && !(held && differs)) setShown(list);
  const show = () => setShown(list);
  if (!held || !differs) return { list, changes: 0, show };
  const newest = new Map(list.map(item => [keyOf(item), item]));
  return {
    list: shown?.map(item => newest.get(keyOf(item)) ?? item),
    changes: countChanges(order, list.map(keyOf)),
    show,
  };
}
