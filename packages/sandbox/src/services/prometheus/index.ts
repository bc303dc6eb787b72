export { createPrometheusApp } from './api/createPrometheusApp';
export type { PrometheusOptions } from './api/PrometheusOptions';
export { loadedSeries, type SeriesData } from './loadedSeries';
export { PrometheusService } from './PrometheusService';
export type { QueryLimits } from './promql/runQuery';
export type { Labels, Sample, SeriesSource } from './series/SeriesSource';
