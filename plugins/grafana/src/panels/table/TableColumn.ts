import type { Display, PanelField } from '@portico/plugin-grafana-common';

/** https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/table/#cell-type */
export type CellType =
  | 'auto'
  | 'color-text'
  | 'color-background'
  | 'gauge'
  | 'sparkline'
  | 'boolean'
  | 'json-view'
  | 'image'
  | 'pill'
  | 'markdown'
  | 'actions';

/** A column as it is drawn. */
export interface TableColumn {
  index: number;
  field: PanelField;
  /** All of the frame, of which links may speak. */
  fields: readonly PanelField[];
  name: string;
  display: Display;
  cell: CellType;
  /** Of gauges and coloured backgrounds: `basic`, `gradient`, `lcd`. */
  mode: string;
  /** How a gauge writes its value. */
  valueMode: 'color' | 'text' | 'hidden';
  /** Colours the whole row. */
  applyToRow: boolean;
  wraps: boolean;
  align: 'left' | 'right' | 'center';
  /** CSS pixels. */
  width: number;
  filterable: boolean;
  /** Text below the column, where its footer has reductions. */
  footer?: string;
}
