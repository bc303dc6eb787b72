import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  ChartId,
  HealthChart,
  HealthHistory,
  HealthOverview,
  HealthRollup,
  HealthSummary,
  HealthVerdict,
  ResponseOffer,
  ResponseRequest,
  ResponseResult,
  Timeline,
} from '@portico/plugin-health-common';

/** A stretch of time; both ends are ISO 8601. */
export interface TimeSpan {
  from: string;
  to: string;
}

/** Which chart of which environment over which time. */
export interface SeriesQuery extends TimeSpan {
  chart: ChartId;
  environment?: string;
}

/**
 * What the pages ask of the health backend. Entities are named by reference, e.g. `component:default/orders`.
 * All of it fails with a `ResponseError`: `NotFoundError` where there is no such entity, or it is not the
 * caller's to see; `NotAllowedError` where a response is not the caller's to give.
 */
export interface HealthApi {
  verdict(entityRef: string): Promise<HealthVerdict>;
  /** In the order of the references; `undefined` for what has no verdict or is not the caller's to see. */
  summaries(entityRefs: string[]): Promise<(HealthSummary | undefined)[]>;
  /** Everything that the caller may see, worst first. */
  overview(): Promise<HealthOverview>;
  rollups(by: 'system' | 'domain' | 'owner'): Promise<HealthRollup[]>;
  /** @param days how many, up to today; 90 unless told */
  history(entityRef: string, days?: number): Promise<HealthHistory>;
  /** By entity reference. */
  histories(
    entityRefs: string[],
    days?: number,
  ): Promise<Record<string, HealthHistory>>;
  series(entityRef: string, query: SeriesQuery): Promise<HealthChart>;
  timeline(entityRef: string, span: TimeSpan): Promise<Timeline>;
  /** Ways out of what is wrong with it, as far as they are the caller's. */
  responses(entityRef: string): Promise<ResponseOffer[]>;
  respond(entityRef: string, request: ResponseRequest): Promise<ResponseResult>;
}

/** Client of the health backend. */
export const healthApiRef = createApiRef<HealthApi>().with({
  id: 'plugin.health.client',
  pluginId: 'health',
});
