export { createPrometheusApp } from './api/createPrometheusApp';
export type { PrometheusOptions } from './api/PrometheusOptions';
export { loadedSeries, type SeriesData } from './loadedSeries';
export { PrometheusService } from './PrometheusService';
export { missingPrograms, RealPrometheus } from './real/RealPrometheus';
export type { QueryLimits } from './promql/runQuery';
export type { Labels, Sample, SeriesSource } from './series/SeriesSource';
