import type { FieldConfigSource } from '@grafana/data';

const BY_SERIES = { mode: 'palette-classic' };
const COLORS: Partial<Record<string, { mode: string }>> = {
  timeseries: BY_SERIES,
  trend: BY_SERIES,
  barchart: BY_SERIES,
  histogram: BY_SERIES,
  piechart: BY_SERIES,
  'state-timeline': { mode: 'continuous-GrYlRd' },
};

/**
 * The settings of a panel's fields with what its kind has where they say nothing: series of a chart have colours of
 * their own, all others go by thresholds, which are green and from 80 on red. Grafana's editor writes these down;
 * dashboards that were written by hand leave them out.
 */
export function withKindDefaults(
  type: string,
  settings: Partial<FieldConfigSource>,
): Partial<FieldConfigSource> {
  const defaults = {
    color: COLORS[type] ?? { mode: 'thresholds' },
    thresholds: {
      mode: 'absolute',
      steps: [
        { value: null, color: 'green' },
        { value: 80, color: 'red' },
      ],
    },
    ...settings.defaults,
  } as FieldConfigSource['defaults'];
  return { ...settings, defaults };
}
