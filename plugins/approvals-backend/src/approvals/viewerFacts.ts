import type { ApprovalViewer } from '@portico/plugin-approvals-common';
import type { ResolvedRequirement } from '../eligibility/Eligibility';
import type { DecidedApproval } from '../store/ApprovalStore';
import { stateAt } from './stateAt';
import type { Viewer } from './Viewer';

const ENDED = {
  approved: 'It is approved already.',
  refused: 'It was refused.',
  expired: 'It has expired; nothing was applied.',
  superseded: 'It was planned again, and everyone is asked again.',
  withdrawn: 'It was withdrawn.',
  applied: 'It was approved and has been used.',
};

/** What somebody may do with an approval, and why not. */
export function viewerFacts(options: {
  decided: DecidedApproval;
  resolved: ResolvedRequirement[];
  viewer: Viewer;
  names: Record<string, string>;
  now: Date;
}): ApprovalViewer {
  const { decided, resolved, viewer, names, now } = options;
  const { approval } = decided;
  const state = stateAt(approval, now);
  const open = state === 'waiting' || state === 'approved';
  const asked = approval.requestedBy === viewer.user;
  const whyNot = whyNotDecide(options);
  const fillable = resolved.filter(
    ({ met, eligible }) => !met && eligible.includes(viewer.user ?? ''),
  );
  const absent = fillable
    .map(({ standIns }) => standIns.get(viewer.user ?? ''))
    .find(Boolean);
  return {
    mayDecide: whyNot ? [] : fillable.map(({ stored }) => stored.id),
    mayWithdraw: open && (asked || viewer.mayManage),
    mayRemind: state === 'waiting' && (asked || viewer.mayManage),
    ...(whyNot ? { whyNot } : {}),
    ...(absent && !whyNot
      ? {
          onBehalfOf: absent,
          delegationNote: `For ${names[absent] ?? absent}, who is away`,
        }
      : {}),
  };
}

/** Why somebody can't decide now, in a sentence; `undefined` if he can. */
export function whyNotDecide(options: {
  decided: DecidedApproval;
  resolved: ResolvedRequirement[];
  viewer: Viewer;
  now: Date;
}): string | undefined {
  const { decided, resolved, viewer, now } = options;
  const { approval, decisions } = decided;
  const state = stateAt(approval, now);
  if (state !== 'waiting') return ENDED[state];
  if (approval.change.plan?.fresh === false)
    return 'The state has changed since; it is being planned again.';
  if (approval.requestedBy === viewer.user)
    return 'You asked for it; others decide.';
  const fits = resolved.some(
    ({ met, eligible }) => !met && eligible.includes(viewer.user ?? ''),
  );
  if (fits) {
    return viewer.mayDecide
      ? undefined
      : 'Your role may not decide approvals. Ask the platform team.';
  }
  if (decisions.some(({ person }) => person === viewer.user))
    return 'You have decided already.';
  const open = resolved.filter(({ met }) => !met);
  return `${open.map(({ stored }) => stored.title).join(' and ')} decide${
    open.length === 1 ? 's' : ''
  }.`;
}
