export * from './contract/budget';
export * from './contract/selector';
export * from './focus';
export { allocate } from './money/allocate';
export * from './money/money';
export { MissingRateError, Rates, type DatedRate } from './money/Rates';
export { roundToCents } from './money/roundToCents';
export * from './permissions';
export type * from './wire';
