/** Types of a field, as Grafana's frontend knows them. */
export type FieldType =
  | 'time'
  | 'number'
  | 'string'
  | 'boolean'
  | 'enum'
  | 'other';

/** A field of a frame, without its values. */
export interface FieldJson {
  name: string;
  type: FieldType;
  /** The type in Go, e.g. `float64`. */
  typeInfo?: { frame: string; nullable?: boolean };
  labels?: Record<string, string>;
  config?: Record<string, unknown>;
}

/** What JSON can't say of a column: indexes of values that are not finite. */
export interface FieldEntities {
  NaN?: number[];
  Inf?: number[];
  NegInf?: number[];
}

/**
 * A data frame as Grafana's API writes it.
 * https://grafana.com/developers/dataplane/ and `data/frame_json.go` of grafana-plugin-sdk-go
 */
export interface DataFrameJson {
  schema: {
    refId?: string;
    name?: string;
    meta?: {
      type?: string;
      typeVersion?: [number, number];
      custom?: unknown;
      executedQueryString?: string;
      preferredVisualisationType?: string;
      stats?: unknown[];
      notices?: { severity: 'info' | 'warning' | 'error'; text: string }[];
    };
    fields: FieldJson[];
  };
  data: {
    values: unknown[][];
    entities?: (FieldEntities | null)[];
    nanos?: (number[] | null)[];
  };
}
