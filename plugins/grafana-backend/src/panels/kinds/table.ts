import type { DataFrame, Field } from '@grafana/data';
import type { JsonObject } from '@backstage/types';
import type { PanelNotice } from '@portico/plugin-grafana-common';
import { withCalcs } from '../frames/withCalcs';
import { strings } from './legendCalcs';
import { limitSeries } from './limitSeries';
import type { PanelShape, ShapeInput } from './PanelShape';
import { spanning } from './reduced';

/** Frames as they are: `table`, and kinds that nobody knows. */
export function table(input: ShapeInput): PanelShape {
  const { frames, options, limits } = input;
  const calcsOf = footerCalcs(options);
  const limited = limitSeries(frames, Math.max(limits.series, 200));
  const counted = withCalcs(limited.frames, calcsOf).map(spanning);
  const cut = cutRows(counted, limits.rows);
  return {
    frames: cut.frames,
    notices: [...limited.notices, ...cut.notices],
    calcsOf,
  };
}

/**
 * Reductions in the footer: of each field (`custom.footer.reducers`), or of those that the table's own footer names.
 * https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/table/#table-footer-options
 */
function footerCalcs(options: JsonObject): (field: Field) => string[] {
  const footer = (options.footer ?? {}) as JsonObject;
  const named = strings(footer.fields);
  const reducers = [
    ...strings(footer.reducer),
    ...(footer.countRows === true ? ['countAll'] : []),
  ];
  return field => {
    const own = strings(field.config.custom?.footer?.reducers);
    const isNamed =
      named.length === 0 ||
      named.includes(field.state?.displayName ?? field.name) ||
      named.includes(field.name);
    return footer.show === true && isNamed ? [...own, ...reducers] : own;
  };
}

/** The first rows of each frame. */
export function cutRows(
  frames: DataFrame[],
  most: number,
): { frames: DataFrame[]; notices: PanelNotice[] } {
  const longest = Math.max(0, ...frames.map(({ length }) => length));
  if (longest <= most) return { frames, notices: [] };
  return {
    frames: frames.map(frame => ({
      ...frame,
      length: Math.min(frame.length, most),
      fields: frame.fields.map(field => ({
        ...field,
        values: field.values.slice(0, most),
      })),
    })),
    notices: [
      {
        severity: 'warning',
        text: `${most} of ${longest} rows are shown: the first ones. Choose a shorter range or fewer values to see all.`,
      },
    ],
  };
}
