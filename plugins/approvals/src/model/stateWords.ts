import type { Approval, ApprovalState } from '@portico/plugin-approvals-common';
import type { BadgeTone, StateName } from '@portico/ui';
import { expiryWords, formatMoment } from './moments';
import { nameOf } from './names';

/** Shape and word of each state, for rows and chips. */
export const stateLooks: Record<
  ApprovalState,
  { state: StateName; word: string }
> = {
  waiting: { state: 'waiting', word: 'Waiting' },
  approved: { state: 'running', word: 'Approved' },
  refused: { state: 'failing', word: 'Refused' },
  expired: { state: 'stale', word: 'Expired' },
  superseded: { state: 'stale', word: 'Planned again' },
  withdrawn: { state: 'skipped', word: 'Withdrawn' },
  applied: { state: 'healthy', word: 'Applied' },
};

/** The verdict beside the title of a decision page. */
export interface ApprovalBadge {
  state: StateName;
  tone?: BadgeTone;
  word: string;
  detail?: string;
}

/** What an approval is as of now; one that has run out reads as expired before the server says so. */
export function stateNow(
  { state, expiresAt }: Pick<Approval, 'state' | 'expiresAt'>,
  now: Date,
): ApprovalState {
  const open = state === 'waiting' || state === 'approved';
  return open && new Date(expiresAt) <= now ? 'expired' : state;
}

/** "Waits for you, expires in 23 h 56 min". */
export function badgeOf(approval: Approval, now: Date): ApprovalBadge {
  const state = stateNow(approval, now);
  const look = stateLooks[state];
  const expiry = expiryWords(approval.expiresAt, now);
  const said = approval.decisions[approval.decisions.length - 1];
  const by = said
    ? `by ${nameOf(said.person, approval.names)}, ${formatMoment(
        new Date(said.at),
        now,
      )}`
    : undefined;
  switch (state) {
    case 'waiting':
      if (approval.change.plan?.fresh === false) {
        return {
          state: 'running',
          word: 'Being planned again',
          detail: expiry,
        };
      }
      return approval.viewer.mayDecide.length
        ? {
            state: 'waiting',
            tone: 'accent',
            word: 'Waits for you',
            detail: expiry,
          }
        : { state: 'waiting', word: waitsFor(approval), detail: expiry };
    case 'approved':
      return { state: look.state, word: look.word, detail: by };
    case 'refused':
      return { state: look.state, word: look.word, detail: by };
    case 'applied':
      return {
        state: look.state,
        word: look.word,
        detail: approval.usedAt && formatMoment(new Date(approval.usedAt), now),
      };
    case 'expired':
      return {
        state: look.state,
        word: look.word,
        detail: `${formatMoment(
          new Date(approval.expiresAt),
          now,
        )}, nothing was applied`,
      };
    default:
      return { state: look.state, word: look.word };
  }
}

function waitsFor({ requirements }: Approval): string {
  const titles = requirements
    .filter(({ met }) => !met)
    .map(({ title }) => title);
  return titles.length ? `Waits for ${titles.join(' and ')}` : 'Waiting';
}
