export type {
  InstantAnswer,
  InstantSample,
  Labels,
  RangeSeries,
} from './client/answer';
export {
  PrometheusClient,
  type QueryOptions,
  type RangeOptions,
} from './client/PrometheusClient';
export { QueryRefusedError } from './client/QueryRefusedError';
export type { PrometheusInstance } from './config/PrometheusInstance';
export {
  readPrometheusServers,
  type PrometheusServers,
} from './config/readPrometheusServers';
export { BUILT_IN_PRESETS } from './presets/builtInPresets';
export type { Preset, Resource } from './presets/Preset';
export {
  METRICS_ANNOTATIONS,
  readSeriesTarget,
  type SeriesTarget,
} from './query/readSeriesTarget';
export { Scope } from './query/Scope';
export { scopesOf } from './query/scopesOf';
export type { Matcher } from './selector/Matcher';
export { parseSelector } from './selector/parseSelector';
export { formatMatchers, literally, quote } from './selector/quote';
