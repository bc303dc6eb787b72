export type * from './AllocationProvider';
export { attribute } from './attribution/attribute';
export type {
  AttributionInput,
  ClusterAllocation,
} from './attribution/Attribution';
export type * from './attribution/Line';
export type { AttributionRule, Split } from './attribution/Rule';
export type { CostSubject } from './attribution/Subject';
export { readCount, readCounts, readNamed } from './config/readSection';
export type * from './CostProvider';
export type * from './CostRow';
export { costExtensionPoint, type CostExtensionPoint } from './extensionPoint';
export { dayAfter, monthEnd } from './outlook/days';
export {
  findAnomalies,
  type Anomaly,
  type AnomalyOptions,
} from './outlook/findAnomalies';
export { forecastMonth, type MonthForecast } from './outlook/forecastMonth';
export { withoutGaps, type DailyCost } from './outlook/Rhythm';
export type * from './UnitProvider';
