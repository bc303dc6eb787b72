import type { JsonObject, JsonValue } from '@backstage/types';

/** https://grafana.com/docs/grafana/latest/panels-visualizations/configure-value-mappings/ */
export type ValueMapping =
  | { type: 'value'; options: Record<string, MappingResult> }
  | {
      type: 'range';
      options: {
        from: number | null;
        to: number | null;
        result: MappingResult;
      };
    }
  | { type: 'regex'; options: { pattern: string; result: MappingResult } }
  | {
      type: 'special';
      options: {
        match: 'null' | 'nan' | 'null+nan' | 'empty' | 'true' | 'false';
        result: MappingResult;
      };
    };

/** What a value is shown as. */
export interface MappingResult {
  text?: string;
  color?: string;
  icon?: string;
  index?: number;
}

/** https://grafana.com/docs/grafana/latest/panels-visualizations/configure-thresholds/ */
export interface Thresholds {
  mode: 'absolute' | 'percentage';
  /** Ascending; the first has `null` for minus infinity. */
  steps: { value: number | null; color: string }[];
}

/** How a field is shown, with defaults and overrides applied already. Names and meanings are Grafana's. */
export interface FieldConfig {
  unit?: string;
  decimals?: number;
  min?: number;
  max?: number;
  /** Shown for no value. */
  noValue?: string;
  mappings?: ValueMapping[];
  thresholds?: Thresholds;
  /** `mode`: `thresholds`, `palette-classic`, `palette-classic-by-name`, `fixed`, `shades`, `continuous-…`. */
  color?: {
    mode: string;
    fixedColor?: string;
    seriesBy?: 'last' | 'min' | 'max';
  };
  /** Of its kind of panel, e.g. `lineWidth`, `fillOpacity`, `stacking`, `axisPlacement`, `hideFrom`, `cellOptions`. */
  custom?: JsonObject;
  /** Links with their addresses filled in. */
  links?: { title: string; url: string; targetBlank?: boolean }[];
}

/** One column of a frame. */
export interface PanelField {
  name: string;
  /** As Grafana would name it: legend format, display name, labels that differ. */
  displayName: string;
  type: 'time' | 'number' | 'string' | 'boolean' | 'enum' | 'other';
  labels?: Record<string, string>;
  /** Times in milliseconds since 1970. What JSON can't say is null here and named in `special`. */
  values: JsonValue[];
  /** Positions of values that are not a number, infinite, or absent (never measured, so the line goes on, where null breaks it). */
  special?: {
    nan?: number[];
    inf?: number[];
    negInf?: number[];
    absent?: number[];
  };
  config: FieldConfig;
  /** Least and greatest value of all fields that share a scale, for colours and percentages where `config` has no `min` or `max`. */
  range?: { min: number; max: number };
  /** Its place among the series, which gives it its colour. */
  seriesIndex?: number;
  /** Reductions that the panel shows, by Grafana's id (`lastNotNull`, `mean`, …), computed over all values, before any were left out. */
  calcs?: Record<string, JsonValue>;
  /** Texts of an `enum` field, in the order of its values. */
  enumText?: string[];
}

/** A table of columns of equal length: https://grafana.com/developers/dataplane/ */
export interface PanelFrame {
  refId?: string;
  name?: string;
  length: number;
  fields: PanelField[];
  meta?: { type?: string; custom?: JsonObject };
}
