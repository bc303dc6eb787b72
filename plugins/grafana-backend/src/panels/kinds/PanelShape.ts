import type { DataFrame, Field, FieldConfigSource } from '@grafana/data';
import type { JsonObject } from '@backstage/types';
import type { PanelNotice } from '@portico/plugin-grafana-common';
import type { Interpolation } from '../../variables/interpolate';
import type { PanelLimits } from '../PanelLimits';

/** What a kind of panel makes its frames of. */
export interface ShapeInput {
  type: string;
  /** Transformed, with field config applied. */
  frames: DataFrame[];
  options: JsonObject;
  fieldConfig: Partial<FieldConfigSource>;
  /** Milliseconds since 1970. */
  from: number;
  to: number;
  /** Most points of a series. */
  points: number;
  limits: PanelLimits;
  texts: Interpolation;
}

/** What a panel draws. */
export interface PanelShape {
  frames: DataFrame[];
  notices: PanelNotice[];
  /** Reductions of a field that are shown; see `withCalcs`. */
  calcsOf?: (field: Field) => readonly string[];
}
