import { InputError } from '@backstage/errors';

/** PagerDuty knows no user with that e-mail: code 1008. */
const UNKNOWN_USER = /requester user not found/i;

export interface Actor {
  userRef: string;
  name: string;
  email?: string;
}

/**
 * Does something at PagerDuty in the name of whoever asked; where they have no account there, in the name of the
 * user that is configured.
 *
 * @throws InputError where neither is a user at PagerDuty
 */
export async function inTheNameOf<T>(
  actor: Actor,
  fallback: string | undefined,
  work: (from: string) => Promise<T>,
): Promise<T> {
  if (actor.email) {
    try {
      return await work(actor.email);
    } catch (error) {
      if (!isUnknownUser(error)) throw error;
    }
  }
  if (!fallback) {
    throw new InputError(
      `PagerDuty knows no user with the e-mail of ${actor.name}. Invite them there, or name a user under health.pagerduty.from in whose name others act.`,
    );
  }
  try {
    return await work(fallback);
  } catch (error) {
    if (!isUnknownUser(error)) throw error;
    throw new InputError(
      `PagerDuty knows no user ${fallback}. Put the e-mail of a user there under health.pagerduty.from.`,
    );
  }
}

function isUnknownUser(error: unknown): boolean {
  return (
    error instanceof Error &&
    error.name === 'InputError' &&
    UNKNOWN_USER.test(error.message)
  );
}
