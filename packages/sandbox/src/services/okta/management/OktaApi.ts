import type { Accounts } from '../Accounts';
import type { GroupDirectory, SystemLog, UserDirectory } from '../directory';
import type { RateLimit } from './RateLimit';

/** What the management routes work on. */
export interface OktaApi {
  users: UserDirectory;
  groups: GroupDirectory;
  log: SystemLog;
  /** e.g. `http://127.0.0.1:7102`. */
  baseUrl: string;
  accounts: Accounts;
  rateLimit: RateLimit;
}
