import type { PanelData, PanelView } from '@portico/plugin-grafana-common';
import type { Look } from '../../charts/Look';
import { Options } from '../../charts/Options';
import { histogramOf, type Histogram } from './buckets';

/** A histogram as it is drawn. */
export interface HistogramData {
  buckets: Histogram;
  series: {
    id: string;
    name: string;
    color: string;
    counts: number[];
    /** Where each bar begins: on zero, or on the series before. */
    base: number[];
    hidden: boolean;
    fillOpacity: number;
    lineWidth: number;
  }[];
  /** A value with the unit of what was counted. */
  text(value: number): string;
}

/** The bars of a histogram; undefined where there is nothing to count. */
export function prepareHistogram(
  panel: PanelView,
  data: PanelData,
  look: Look,
  isHidden: (id: string) => boolean = () => false,
): HistogramData | undefined {
  const options = new Options(panel.options);
  const buckets = histogramOf(data, {
    size: options.number('bucketSize'),
    count: options.number('bucketCount'),
    offset: options.number('bucketOffset'),
    combine: options.flag('combine'),
  });
  if (!buckets || buckets.series.length === 0) return undefined;
  const [{ field: first }] = buckets.series;
  const edge = data.frames
    .flatMap(({ fields }) => fields)
    .find(({ name }) => name === 'xMin');
  // Bucket ends are counted values: the unit of those, not of counts.
  const unit = edge ?? first;
  const shown = {
    type: 'number' as const,
    config: { ...unit.config, mappings: undefined },
  };
  const sums: number[] = [];
  const stacked = buckets.series.some(
    ({ field }) =>
      new Options(field.config.custom).child('stacking').text('mode') ===
      'normal',
  );
  return {
    buckets,
    text: value => look.text(shown, value),
    series: buckets.series.map(({ field, counts }, at) => {
      const id = `${at} ${field.displayName}`;
      const custom = new Options(field.config.custom);
      const hidden =
        isHidden(id) || (custom.child('hideFrom').flag('viz') ?? false);
      const base = counts.map((_, index) => (stacked ? sums[index] ?? 0 : 0));
      if (!hidden) {
        counts.forEach((count, index) => {
          sums[index] = (sums[index] ?? 0) + count;
        });
      }
      return {
        id,
        name: field.displayName,
        color: look.series(field),
        counts,
        base,
        hidden,
        fillOpacity: (custom.number('fillOpacity') ?? 80) / 100,
        lineWidth: custom.number('lineWidth') ?? 1,
      };
    }),
  };
}
