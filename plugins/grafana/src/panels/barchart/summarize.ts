import type { PanelData, PanelView } from '@portico/plugin-grafana-common';
import { Options } from '../../charts/Options';
import { counted, firstOf, WORDS } from '../../charts/words';
import { prepareBars, type BarSeries } from './prepareBars';

const TOLD = 3;

function seriesWords(one: BarSeries, categories: string[]): string {
  const known = one.measured.flatMap((value, index) =>
    typeof value === 'number' ? [{ value, name: categories[index] }] : [],
  );
  if (known.length === 0) return `${one.name} has no values`;
  const sorted = [...known].sort((a, b) => b.value - a.value);
  const told = ({ value, name }: { value: number; name: string }) =>
    `${WORDS.text(one.field, value)} (${name})`;
  const [most] = sorted;
  const least = sorted[sorted.length - 1];
  return known.length === 1
    ? `${one.name} ${told(most)}`
    : `${one.name} from ${told(least)} to ${told(most)}`;
}

/** The bars in words: how many of what, and the least and most of each series. */
export function summarize(panel: PanelView, data: PanelData): string {
  const { categories, series } = prepareBars(
    data,
    WORDS,
    new Options(panel.options),
  );
  const shown = series.filter(({ hidden }) => !hidden);
  if (shown.length === 0 || categories.length === 0) return 'No values.';
  const words = shown.map(one => seriesWords(one, categories));
  const bars = counted(categories.length, 'category', 'categories');
  const of = counted(shown.length, 'series', 'series');
  return `${bars}, ${of}; ${firstOf(words, TOLD)}.`;
}
