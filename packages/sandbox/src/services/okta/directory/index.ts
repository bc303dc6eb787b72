export { createId } from './createId';
export { GroupDirectory } from './GroupDirectory';
export type { LifecycleStep } from './lifecycle';
export { OneTimeLinks, type LinkPurpose } from './OneTimeLinks';
export { seedDirectory } from './seedDirectory';
export { groupParty, SystemLog, userParty, type LogContext } from './SystemLog';
export type * from './types';
export { UserDirectory } from './UserDirectory';
