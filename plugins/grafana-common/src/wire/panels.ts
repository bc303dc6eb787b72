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
 * Frames by kind of panel: `timeseries` and `trend` get one wide frame (time first, then each series), so do
 * `state-timeline` and `status-history`; `stat`, `gauge`, `bargauge` and `piechart` get fields with `calcs` and, where
 * they draw a line behind, its values; the others the frames as Grafana hands them to the panel.
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
