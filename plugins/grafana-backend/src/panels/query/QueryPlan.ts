import type { JsonObject } from '@backstage/types';
import type { Interpolation } from '../../variables/interpolate';
import type { ResolvedTarget } from '../../view/ResolvedPanel';
import type { Span } from './alignRange';

/** What Grafana is asked in one request: queries of one data source, or all where expressions need each other. */
export interface PlannedRequest {
  /** Name of the data source, for messages. */
  datasource: string;
  targets: ResolvedTarget[];
  /** Of `POST /api/ds/query`. */
  body: JsonObject;
}

/** What a panel asks for, and when. */
export interface QueryPlan extends Span {
  stepMs: number;
  /** Most points of a series that are sent on. */
  room: number;
  requests: PlannedRequest[];
  /** Queries whose data source there is no more. */
  missing: ResolvedTarget[];
  /** Queries for the data of another panel of the dashboard. */
  borrowed: ResolvedTarget[];
  /** For texts of the panel, e.g. display names. */
  texts: Interpolation;
}
