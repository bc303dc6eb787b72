import type { Labels } from '../../../series/SeriesSource';
import type { Matching } from '../../ast';
import { keyOf, labelKey, without } from '../../labels/labelSets';
import type { Column } from '../Value';

/** How `on` and `ignoring` tell which series belong together. */
export function signatureOf(matching: Matching): (labels: Labels) => string {
  const { on, labels: names } = matching;
  if (on) return labels => keyOf(labels, names);
  const dropped = [...names, '__name__'];
  return labels => labelKey(without(labels, dropped));
}

/** The columns by their signature. */
export function bySignature(
  matching: Matching,
  columns: Column[],
): Map<string, Column[]> {
  const signature = signatureOf(matching);
  const groups = new Map<string, Column[]>();
  for (const column of columns) {
    const key = signature(column.labels);
    const group = groups.get(key);
    if (group) group.push(column);
    else groups.set(key, [column]);
  }
  return groups;
}

/** 1 at each step at which any of the columns has a value. */
export function anyPresent(columns: Column[], count: number): Uint8Array {
  const any = new Uint8Array(count);
  for (const { present } of columns) {
    for (let i = 0; i < count; i += 1) any[i] |= present[i];
  }
  return any;
}
