import type { Accounts } from '../Accounts';
import type { GroupDirectory, SystemLog, UserDirectory } from '../directory';
import type { Grants } from './Grants';
import type { OidcClient } from './OidcClient';
import type { Sessions } from './Sessions';
import type { SigningKeys } from './SigningKeys';
import type { TokenIssuer } from './TokenIssuer';

/** What the OpenID Connect routes work on. */
export interface Oidc {
  client: OidcClient;
  users: UserDirectory;
  groups: GroupDirectory;
  log: SystemLog;
  sessions: Sessions;
  grants: Grants;
  keys: SigningKeys;
  tokens: TokenIssuer;
  accounts: Accounts;
  /** Logins of the accounts that the sign-in page offers, in its order. */
  signInLogins: string[];
}
