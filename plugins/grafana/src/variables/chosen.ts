import type {
  VariableOption,
  VariableView,
} from '@portico/plugin-grafana-common';

/** Grafana's value for all values of a variable. */
export const ALL = '$__all';

const ALL_OPTION: VariableOption = { text: 'All', value: ALL };

/** What a variable offers, with *All* first where it may be chosen. */
export function offeredBy({
  includeAll,
  options,
}: Pick<VariableView, 'includeAll' | 'options'>): VariableOption[] {
  const others = options.filter(({ value }) => value !== ALL);
  return includeAll ? [ALL_OPTION, ...others] : others;
}

/** What is chosen after one more value was picked: *All* and single values exclude each other, and one stays chosen. */
export function toggled(chosen: string[], value: string): string[] {
  if (value === ALL) return [ALL];
  const others = chosen.filter(it => it !== ALL && it !== value);
  if (!chosen.includes(value)) return [...others, value];
  return others.length > 0 ? others : chosen;
}

/** What is chosen in words: `All`, `GET /orders`, `GET /orders + 2`. */
export function chosenWords(
  chosen: string[],
  offered: VariableOption[],
): string {
  const textOf = (value: string) =>
    offered.find(option => option.value === value)?.text ??
    (value === ALL ? ALL_OPTION.text : value);
  if (chosen.length === 0) return 'None';
  const [first, ...more] = chosen;
  return more.length > 0 ? `${textOf(first)} + ${more.length}` : textOf(first);
}
