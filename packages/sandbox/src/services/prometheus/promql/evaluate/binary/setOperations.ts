import type { Binary } from '../../ast';
import { mergeColumns } from '../merge';
import { isEmpty, type Column } from '../Value';
import { anyPresent, bySignature, signatureOf } from './signature';

/** `and`, `or` and `unless`: which series stay, step by step; values are those of the side that they stand on. */
export function combineSets(
  binary: Binary,
  left: Column[],
  right: Column[],
  count: number,
): Column[] {
  const { operator, matching } = binary;
  const signature = signatureOf(matching);
  const presence = (columns: Column[]) =>
    new Map(
      [...bySignature(matching, columns)].map(([key, group]) => [
        key,
        anyPresent(group, count),
      ]),
    );
  const filter = (
    columns: Column[],
    others: Map<string, Uint8Array>,
    wanted: 0 | 1,
  ) =>
    columns
      .map(column => {
        const other = others.get(signature(column.labels));
        const present = column.present.map(
          (one, i) => one & Number((other?.[i] ?? 0) === wanted),
        );
        return { ...column, present };
      })
      .filter(column => !isEmpty(column));

  switch (operator) {
    case 'and':
      return filter(left, presence(right), 1);
    case 'unless':
      return filter(left, presence(right), 0);
    default:
      return mergeColumns([...left, ...filter(right, presence(left), 0)]);
  }
}
