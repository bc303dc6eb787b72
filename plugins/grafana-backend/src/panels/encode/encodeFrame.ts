import type { DataFrame, Field } from '@grafana/data';
import type { PanelFrame } from '@portico/plugin-grafana-common';
import { encodeField } from './encodeField';

/** What of a frame's `meta.custom` we have set ourselves; what data sources write there may tell of queries. */
export const OWN_META = 'portico';

/**
 * A frame as the browser gets it.
 *
 * @param all those that it is shown with, for its names
 * @param options.calcsOf reductions of a field that are shown, by Grafana's ids
 * @param options.linkBase address of the Grafana that links without one of their own are in
 */
export function encodeFrame(
  frame: DataFrame,
  all: DataFrame[],
  options: { calcsOf?: (field: Field) => readonly string[]; linkBase: string },
): PanelFrame {
  const { refId, name, meta } = frame;
  const custom = meta?.custom?.[OWN_META];
  return {
    ...(refId && { refId }),
    ...(name && { name }),
    length: frame.length,
    fields: frame.fields.map(field =>
      encodeField(field, frame, all, {
        calcs: options.calcsOf?.(field),
        linkBase: options.linkBase,
      }),
    ),
    ...((meta?.type || custom) && {
      meta: {
        ...(meta?.type && { type: meta.type }),
        ...(custom && { custom }),
      },
    }),
  };
}
