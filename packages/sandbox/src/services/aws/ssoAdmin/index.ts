export { AccountAssignments } from './AccountAssignments';
export { createSsoAdminApi } from './createSsoAdminApi';
export { PERMISSION_SETS } from './permissionSets';
export { seedAssignments } from './seedAssignments';
export type { Assignment } from './types';
