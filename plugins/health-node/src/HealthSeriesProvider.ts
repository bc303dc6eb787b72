import type { ChartId, HealthChart } from '@portico/plugin-health-common';
import type { HealthSubject } from './HealthProvider';

export interface SeriesRequest {
  chart: ChartId;
  from: Date;
  to: Date;
  /** e.g. `production`. */
  environment: string;
  signal: AbortSignal;
}

/** Draws charts on demand. The collector's database is not asked. */
export interface HealthSeriesProvider {
  /** Id of the provider that it belongs to. */
  readonly id: string;
  readonly charts: readonly ChartId[];
  appliesTo(subject: HealthSubject): boolean;
  /**
   * @throws InputError for a range or environment that can't be drawn
   * @throws ServiceUnavailableError where the source does not answer
   */
  series(subject: HealthSubject, request: SeriesRequest): Promise<HealthChart>;
}
