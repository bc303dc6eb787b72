import type { DataFrame, Field } from '@grafana/data';
import type { PanelNotice } from '@portico/plugin-grafana-common';
import { grafanaData } from '../frames/library';

/** At most so many series: those with the greatest last values. Says so where some are left out. */
export function limitSeries(
  frames: DataFrame[],
  most: number,
): { frames: DataFrame[]; notices: PanelNotice[] } {
  const { FieldType, reduceField } = grafanaData();
  const series = frames.flatMap(({ fields }) =>
    fields.filter(({ type }) => type !== FieldType.time),
  );
  if (series.length <= most) return { frames, notices: [] };
  const last = (field: Field): number => {
    const { lastNotNull } = reduceField({
      field: { ...field, state: null },
      reducers: ['lastNotNull'],
    });
    return typeof lastNotNull === 'number' ? lastNotNull : -Infinity;
  };
  const ranked = series
    .map(field => ({ field, last: last(field) }))
    .sort((a, b) => (a.last === b.last ? 0 : b.last - a.last));
  const kept = new Set(ranked.slice(0, most).map(({ field }) => field));
  return {
    frames: frames
      .map(frame => ({
        ...frame,
        fields: frame.fields.filter(
          field => field.type === FieldType.time || kept.has(field),
        ),
      }))
      .filter(({ fields }) => fields.some(field => kept.has(field))),
    notices: [
      {
        severity: 'warning',
        text: `${most} of ${series.length} series are shown: those with the greatest last values. Choose fewer values of the variables to see the others.`,
      },
    ],
  };
}
