import type { GroupDirectory, SystemLog, UserDirectory } from '../directory';

/** What the management routes work on. */
export interface OktaApi {
  users: UserDirectory;
  groups: GroupDirectory;
  log: SystemLog;
  /** e.g. `http://127.0.0.1:7102`. */
  baseUrl: string;
  /** Ends a user's sign-in sessions; with `tokens` also what applications were given. */
  endSessions(userId: string, options: { tokens: boolean }): void;
}
