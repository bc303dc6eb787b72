import type { PanelData, PanelView } from '@portico/plugin-grafana-common';
import { formatDuration } from '@portico/ui';
import { Options } from '../../charts/Options';
import { lastKnown } from '../../charts/fieldNumbers';
import { counted, firstOf, momentIn, WORDS } from '../../charts/words';
import { prepareChart, type ChartData, type ChartSeries } from './prepare';

/** More names than this say less. */
const TOLD = 3;

function seriesWords(
  one: ChartSeries,
  { xs, isTime, xField }: ChartData,
  span: number,
): string {
  const last = lastKnown(one.measured);
  if (!last) return `${one.name} has no values`;
  let [low, high] = [last, last];
  one.measured.forEach((value, index) => {
    if (typeof value !== 'number') return;
    if (value < low.value) low = { index, value };
    if (value > high.value) high = { index, value };
  });
  const text = (value: number) => WORDS.text(one.field, value);
  if (text(low.value) === text(high.value)) {
    return `${one.name} ${text(last.value)} throughout`;
  }
  const at = (index: number) =>
    isTime || !xField
      ? momentIn(xs[index], span)
      : WORDS.text(xField, xs[index]);
  return `${one.name} last ${text(last.value)}, lowest ${text(
    low.value,
  )} at ${at(low.index)}, highest ${text(high.value)} at ${at(high.index)}`;
}

/** The drawing in words: how many series over what, then the greatest few with their last, least and most. */
export function summarize(panel: PanelView, data: PanelData): string {
  const xField = new Options(panel.options).text('xField');
  const chart = prepareChart(data, WORDS, { xField });
  const seen = chart.series.filter(({ hidden }) => !hidden);
  if (seen.length === 0) return 'No values in this time.';
  const span = data.to - data.from;
  const over = chart.isTime
    ? `over ${formatDuration(span / 1000)}`
    : `over ${chart.xField?.displayName ?? 'numbers'}`;
  const of = (one: ChartSeries) => lastKnown(one.measured)?.value ?? -Infinity;
  const sorted = [...seen].sort((a, b) => {
    const [x, y] = [of(a), of(b)];
    if (x === y) return 0;
    return y > x ? 1 : -1;
  });
  const words = sorted.map(one => seriesWords(one, chart, span));
  const count = counted(seen.length, 'series', 'series');
  return `${count} ${over}; ${firstOf(words, TOLD)}.`;
}
