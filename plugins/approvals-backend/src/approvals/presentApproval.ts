import type {
  Approval,
  ApprovalSummary,
  HistoryEntry,
} from '@portico/plugin-approvals-common';
import { withoutEntity, withoutEntityCost } from '../cost/withEntityCost';
import type { ResolvedRequirement } from '../eligibility/Eligibility';
import type { DecidedApproval } from '../store/ApprovalStore';
import { stateAt } from './stateAt';
import { viewerFacts, whyNotDecide } from './viewerFacts';
import type { Viewer } from './Viewer';

interface Presentation {
  decided: DecidedApproval;
  resolved: ResolvedRequirement[];
  viewer: Viewer;
  now: Date;
}

function facts({ decided: { approval }, now }: Presentation) {
  return {
    id: approval.id,
    number: approval.number,
    title: approval.title,
    reason: approval.reason,
    requestedBy: approval.requestedBy,
    requestedAt: approval.requestedAt.toISOString(),
    expiresAt: approval.expiresAt.toISOString(),
    state: stateAt(approval, now),
    taskId: approval.taskId,
    templateRef: approval.templateRef,
    templateTitle: approval.templateTitle,
    entityRef: approval.entityRef,
    owner: approval.owner,
    environment: approval.environment,
    tier: approval.tier,
    supersededBy: approval.supersededBy,
  };
}

/** The whole of an approval, as the decision page shows it. */
export function presentApproval(
  presentation: Presentation & {
    history: HistoryEntry[];
    names: Record<string, string>;
    requesterTeam?: string;
    /** Whether what the whole entity costs is the viewer's to see. */
    showsEntityCost: boolean;
  },
): Approval {
  const { decided, resolved, history, names, requesterTeam, now } =
    presentation;
  const { showsEntityCost } = presentation;
  const { approval, decisions } = decided;
  const waiting = stateAt(approval, now) === 'waiting';
  return {
    ...facts(presentation),
    stepId: approval.stepId,
    change: showsEntityCost
      ? approval.change
      : withoutEntityCost(approval.change),
    requirements: resolved.map(requirement => ({
      id: requirement.stored.id,
      title: requirement.stored.title,
      deciders: requirement.deciders,
      reasons: requirement.stored.reasons,
      rules: requirement.stored.rules,
      count: requirement.stored.count,
      eligible: waiting && !requirement.met ? requirement.eligible : [],
      decidedBy: requirement.decidedBy,
      met: requirement.met,
      escalatedTo: requirement.stored.escalatedTo,
    })),
    decisions,
    history,
    supersedes: approval.supersedes,
    usedAt: approval.usedAt?.toISOString(),
    names,
    requesterTeam,
    viewer: viewerFacts(presentation),
    asOf: now.toISOString(),
  };
}

/** An approval as a row of a list. */
export function presentSummary(presentation: Presentation): ApprovalSummary {
  const { decided, resolved } = presentation;
  const { kind, summary, cost } = decided.approval.change;
  const counts = resolved.map(({ stored, agreed }) =>
    Math.min(agreed, stored.count),
  );
  return {
    ...facts(presentation),
    change: { kind, summary, cost: cost && withoutEntity(cost) },
    agreed: counts.reduce((sum, count) => sum + count, 0),
    needed: resolved.reduce((sum, { stored }) => sum + stored.count, 0),
    waitsFor: resolved
      .filter(({ met }) => !met)
      .map(({ stored }) => stored.title),
    mine: whyNotDecide(presentation) === undefined,
  };
}
