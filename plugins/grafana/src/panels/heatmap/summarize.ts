import type { PanelData, PanelView } from '@portico/plugin-grafana-common';
import { formatDuration } from '@portico/ui';
import { Options } from '../../charts/Options';
import { counted, momentIn, WORDS } from '../../charts/words';
import { heatOf, type HeatRow } from './cells';
import { cellWords, rowWords } from './rowWords';

/** The heatmap in words: its size, its fullest cell, and the row that holds most. */
export function summarize(panel: PanelView, data: PanelData): string {
  const options = new Options(panel.options);
  const heat = heatOf(data, options);
  if (!heat) return 'No values in this time.';
  const row = rowWords(heat, options, WORDS);
  const value = cellWords(heat, options, WORDS);
  const filled = heat.rows.flatMap(one =>
    one.counts.flatMap((count, index) =>
      typeof count === 'number' ? [{ count, row: one, index }] : [],
    ),
  );
  if (filled.length === 0) return 'No values in this time.';
  const fullest = filled.reduce((a, b) => (b.count > a.count ? b : a));
  const sumOf = ({ counts }: HeatRow) =>
    counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const heaviest = heat.rows.reduce((a, b) => (sumOf(b) > sumOf(a) ? b : a));
  const span = data.to - data.from;
  const over = formatDuration(span / 1000);
  return `${counted(heat.rows.length, 'row')} over ${over}; most in ${row(
    heaviest,
  )}; fullest cell ${value(fullest.count)} in ${row(fullest.row)} at ${momentIn(
    heat.times[fullest.index],
    span,
  )}.`;
}
