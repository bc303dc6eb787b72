import type { VariableOption } from '@portico/plugin-grafana-common';

type Compare = (one: VariableOption, other: VariableOption) => number;

const plain = (one: string, other: string) => {
  if (one === other) return 0;
  return one < other ? -1 : 1;
};
const ORDERS: Compare[] = [
  (one, other) => plain(one.text, other.text),
  (one, other) => numberIn(one.text) - numberIn(other.text),
  (one, other) => plain(one.text.toLowerCase(), other.text.toLowerCase()),
  (one, other) => one.text.localeCompare(other.text, 'en', { numeric: true }),
];

/**
 * Options in the order that the variable wants, by their texts: 0 as they come, 1 and 2 by letter, 3 and 4 by number,
 * 5 and 6 by letter without case, 7 and 8 naturally; even ones backwards.
 */
export function sortOptions(
  options: readonly VariableOption[],
  sort: number,
): VariableOption[] {
  const compare = ORDERS[Math.ceil(sort / 2) - 1];
  if (!compare) return [...options];
  const sorted = [...options].sort(compare);
  return sort % 2 === 0 ? sorted.reverse() : sorted;
}

/** Texts without a number come first. */
function numberIn(text: string): number {
  const [number] = text.match(/\d+/) ?? [];
  return number === undefined ? -1 : Number(number);
}
