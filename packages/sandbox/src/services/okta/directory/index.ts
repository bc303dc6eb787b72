export { createId } from './createId';
export { GroupDirectory } from './GroupDirectory';
export { seedDirectory } from './seedDirectory';
export { groupParty, SystemLog, userParty, type LogContext } from './SystemLog';
export type * from './types';
export { UserDirectory } from './UserDirectory';
