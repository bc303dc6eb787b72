import type { OktaUser, UserDirectory } from '../directory';
import { refusal } from './signInPage';

/** The person of a session or a grant, if they may still sign in. */
export function activePerson(
  users: UserDirectory,
  userId: unknown,
): OktaUser | undefined {
  const user = typeof userId === 'string' ? users.find(userId) : undefined;
  return refusal(user) ? undefined : user;
}
