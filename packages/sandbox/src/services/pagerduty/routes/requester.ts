import type { Request } from 'express';
import type { Directory, User } from '../directory/Directory';
import { PagerDutyError } from '../PagerDutyError';

/** The user in whose name something is done, by the header `From`. @throws PagerDutyError 400 */
export function requesterOf(request: Request, directory: Directory): User {
  const email = request.get('from')?.trim();
  if (!email) {
    throw new PagerDutyError(
      400,
      'You must specify a user\'s email address in the "From" header to perform this action',
      2016,
    );
  }
  const user = directory.userWithEmail(email);
  if (!user) throw new PagerDutyError(400, 'Requester User Not Found', 1008);
  return user;
}
