export { readRules } from './readRules';
export { Rights } from './Rights';
export type { PermissionRules } from './Rule';
