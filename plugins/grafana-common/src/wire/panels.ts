import type { PanelFrame } from './fields';

/** Something that Grafana or its data source says beside the data. */
export interface PanelNotice {
  severity: 'info' | 'warning' | 'error';
  text: string;
}

/**
 * The data of one panel, transformed, with field config and overrides applied:
 * `GET /panels/:kind/:namespace/:name/:instance/:uid/:key?from&to&var-…&points`.
 *
 * Frames by kind of panel:
 * - `timeseries`, `state-timeline`, `status-history`: one wide frame, time first, then each series; `trend` alike, with
 *   a number first.
 * - `stat`, `gauge`, `bargauge`, `piechart`: fields with `calcs`, `min` and `max` (those of the data where none are
 *   set), and, where a line is drawn behind, a time field and values; otherwise no values. With `reduceOptions.values`
 *   each row is a frame with one field, named as the row is; its value is its only one, and stands under the panel's
 *   first reduction, too. A stat's change stands under `diffperc`, in percent: 50 is 50 %.
 * - `barchart`: one frame, what the bars stand on first, then numbers; a field that only colours them last.
 * - `histogram`: one frame, `xMin`, `xMax`, then counts of each series.
 * - `heatmap`: one frame of the type `heatmap-rows`, time first, then counts of each bucket from the lowest up;
 *   `meta.custom` is {@link HeatmapFacts}.
 * - `logs`: one frame of the type `log-lines` with `timestamp`, `body`, `severity` (`critical`, `error`, `warning`,
 *   `info`, `debug`, `trace`, `unknown`) and `labels` (an object), in the order in which they are shown.
 * - `table` and all others: the frames as Grafana hands them to the panel, `calcs` being those of the footer. A small
 *   chart in a cell is a {@link PanelFrame} with a `value`.
 */
export interface PanelData {
  frames: PanelFrame[];
  /** What was asked for, aligned to the step. Milliseconds since 1970. */
  from: number;
  to: number;
  stepMs: number;
  notices: PanelNotice[];
  /** Queries that failed while others answered. */
  failures: { refId: string; name: string; message: string }[];
  /** ISO 8601; when Grafana answered. */
  asOf: string;
  /** How long Grafana took, in milliseconds; how often it was asked for this. */
  asked: { ms: number; requests: number };
}

/** What the buckets of a heatmap span. */
export interface HeatmapFacts {
  /** Width of a cell in milliseconds; that between two times if absent. */
  xSizeMs?: number;
  /** Bounds of each bucket, from the lowest up, null for none; absent where buckets have only names. */
  yMin?: (number | null)[];
  yMax?: (number | null)[];
  /** Unit of the bounds, where the counts are of values that had one. */
  yUnit?: string;
  /** Base of the logarithm that the bounds follow. */
  yLog?: number;
}
