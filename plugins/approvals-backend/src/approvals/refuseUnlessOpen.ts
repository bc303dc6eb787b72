import { ConflictError } from '@backstage/errors';
import type { StoredApproval } from '../store/StoredApproval';
import { stateAt } from './stateAt';

/**
 * Checks that what a person saw is still what would be applied.
 *
 * @param fingerprint of the change that the person saw
 * @throws ConflictError if it was planned again, decided already, or has expired
 */
export function refuseUnlessOpen(
  approval: StoredApproval,
  fingerprint: string,
  now: Date,
): void {
  const state = stateAt(approval, now);
  const { title, change, supersededBy } = approval;
  if (
    state === 'superseded' ||
    change.fingerprint !== fingerprint ||
    change.plan?.fresh === false
  ) {
    throw new ConflictError(
      `'${title}' was planned again since you opened it, so your decision was not taken. ${
        supersededBy
          ? `Look at approval ${supersededBy}.`
          : 'Load the page again and look at the new difference.'
      }`,
    );
  }
  if (state === 'expired') {
    throw new ConflictError(
      `'${title}' expired at ${approval.expiresAt.toISOString()}, so your decision was not taken. Its requester can ask again.`,
    );
  }
  if (state !== 'waiting') {
    throw new ConflictError(
      `'${title}' is ${state} already, so your decision was not taken.`,
    );
  }
}
