import { ConflictError, NotAllowedError } from '@backstage/errors';
import type { Approval } from '@portico/plugin-approvals-common';

/**
 * Ends the step unless the approval was given.
 *
 * @throws NotAllowedError if somebody refused, with who and why
 * @throws ConflictError if it has expired, was withdrawn or was planned again
 */
export function conclude(approval: Approval): void {
  const { state, title, decisions, names } = approval;
  switch (state) {
    case 'approved':
    case 'applied':
      return;
    case 'refused': {
      const refusal = decisions.find(({ decision }) => decision === 'refuse');
      const who = refusal ? names[refusal.person] : 'Somebody';
      throw new NotAllowedError(
        `${who} refused '${title}': “${
          refusal?.comment ?? ''
        }” Nothing was changed.`,
      );
    }
    case 'expired':
      throw new ConflictError(
        `'${title}' expired at ${approval.expiresAt} before ${waiting(
          approval,
        )} decided. Nothing was changed. Start the flow again to ask again.`,
      );
    default:
      throw new ConflictError(
        `'${title}' was ${state}. Nothing was changed. Start the flow again to ask again.`,
      );
  }
}

/** Who has not agreed yet, e.g. "Owner and Platform". */
export function waiting({ requirements }: Approval): string {
  return (
    requirements
      .filter(({ met }) => !met)
      .map(({ title }) => title)
      .join(' and ') || 'everybody'
  );
}
