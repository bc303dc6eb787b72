export * from './contract/budget';
export * from './contract/selector';
export * from './focus';
export { allocate } from './money/allocate';
export { formatMoney } from './money/formatMoney';
export * from './money/money';
export { MissingRateError, Rates, type DatedRate } from './money/Rates';
export { roundToCents } from './money/roundToCents';
export * from './permissions';
export { findPrice, type FoundPrice } from './prices/findPrice';
export {
  pricePlan,
  type PlannedResource,
  type PlanPrice,
} from './prices/pricePlan';
export type * from './wire';
export {
  effectOf,
  effectWords,
  estimateWords,
  formatDay,
  type EstimateEffect,
} from './words/estimateWords';
export { shortServiceName } from './words/shortServiceName';
