import { formatted, type PanelField } from '@portico/plugin-grafana-common';
import { Options } from '../../charts/Options';
import type { ShownValue } from '../values';
import type { PieOptions } from './pieOptions';

/** One slice of a pie. */
export interface Slice {
  id: string;
  name: string;
  text: string;
  amount: number;
  /** Part of what is shown, 0 to 1. */
  share: number;
  /** The same as text, with as many decimals as the field has. */
  percent: string;
  /** Ends along the circle, 0 to 1. */
  from: number;
  to: number;
  color: string;
  field: PanelField;
  /** Left out by the reader. */
  shown: boolean;
  inLegend: boolean;
}

const hidden = (field: PanelField, what: 'viz' | 'legend') =>
  new Options(field.config.custom).child('hideFrom').flag(what) ?? false;

/** Slices by size, least or greatest first, or as they come. Values below zero have none, as in Grafana. */
export function slicesOf(
  values: readonly ShownValue[],
  options: PieOptions,
  off: ReadonlySet<string> = new Set(),
): Slice[] {
  const taken = values.filter(
    ({ value, field }) => value.numeric >= 0 && !hidden(field, 'viz'),
  );
  const way = { desc: -1, asc: 1, none: 0 }[options.sort];
  const sorted = way
    ? [...taken].sort((a, b) => way * (a.value.numeric - b.value.numeric))
    : taken;
  const total = sorted
    .filter(({ key }) => !off.has(key))
    .reduce((sum, { value }) => sum + value.numeric, 0);
  let end = 0;
  return sorted.map(({ key, name, value, field }) => {
    const shown = !off.has(key);
    const share = shown && total > 0 ? value.numeric / total : 0;
    const from = end;
    end += share;
    return {
      ...{ id: key, name, text: formatted(value), amount: value.numeric },
      ...{ share, from, to: end, color: value.color, field, shown },
      percent: `${(share * 100).toFixed(field.config.decimals ?? 0)}%`,
      inLegend: !hidden(field, 'legend'),
    };
  });
}

/** What is written on a slice. */
export function labelOf(slice: Slice, labels: readonly string[]): string[] {
  const words: Record<string, string> = {
    name: slice.name,
    value: slice.text,
    percent: slice.percent,
  };
  return ['name', 'value', 'percent']
    .filter(word => labels.includes(word))
    .map(word => words[word]);
}

/** Names and shares, the greatest first. */
export function slicesInWords(slices: readonly Slice[]): string {
  const named = [...slices]
    .sort((a, b) => b.share - a.share)
    .map(({ name, text, percent }) => `${name} ${text}, ${percent}`);
  const more = named.length - 6;
  return named.length === 0
    ? 'No values.'
    : `${named.slice(0, 6).join('; ')}${more > 0 ? `; and ${more} more` : ''}.`;
}
