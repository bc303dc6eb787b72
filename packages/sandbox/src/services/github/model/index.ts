export type * from './accounts';
export type * from './issues';
export { DEFAULT_SETTINGS } from './repositories';
export type * from './repositories';
export type * from './runs';
export type * from './settings';
