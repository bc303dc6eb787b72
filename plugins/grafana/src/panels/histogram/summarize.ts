import type { PanelData, PanelView } from '@portico/plugin-grafana-common';
import { counted, firstOf, WORDS } from '../../charts/words';
import { prepareHistogram } from './prepareHistogram';

const TOLD = 3;

/** The distribution in words: how many values between which ends, and where most of them lie. */
export function summarize(panel: PanelView, data: PanelData): string {
  const histogram = prepareHistogram(panel, data, WORDS);
  if (!histogram) return 'No values in this time.';
  const { buckets, series, text } = histogram;
  const { from, to } = buckets;
  const words = series
    .filter(({ hidden }) => !hidden)
    .map(({ name, counts }) => {
      const total = counts.reduce((sum, count) => sum + count, 0);
      const most = counts.indexOf(Math.max(...counts));
      return `${name} ${counted(total, 'value')}, most from ${text(
        from[most],
      )} to ${text(to[most])} (${counts[most]})`;
    });
  const ends = `from ${text(from[0])} to ${text(to[to.length - 1])}`;
  return `${counted(from.length, 'bucket')} ${ends}; ${firstOf(words, TOLD)}.`;
}
