export { createWorld } from './createWorld';
export type * from './types';
