import type { Measured } from '../../charts/fieldNumbers';

/** Values without a neighbour, which no line would show: where they are. */
export function lonePoints(values: readonly Measured[]): number[] {
  const lone: number[] = [];
  let before: Measured = null;
  let last = -1;
  let alone = false;
  const close = (after: Measured) => {
    if (alone && typeof after !== 'number') lone.push(last);
  };
  values.forEach((value, index) => {
    if (value === undefined) return;
    if (last >= 0) close(value);
    alone = typeof value === 'number' && typeof before !== 'number';
    before = value;
    last = index;
  });
  close(null);
  return lone;
}
