import type {
  ApprovalDecision,
  ApprovalEvent,
  ApprovalState,
  Change,
  HistoryEntry,
} from '@portico/plugin-approvals-common';
import type {
  NewApproval,
  StoredApproval,
  StoredRequirement,
} from './StoredApproval';

/** PostgreSQL gives a `Date`, SQLite a number. */
type Timestamp = Date | number | string;

export interface ApprovalRow {
  number: number;
  id: string;
  chain_id: string;
  request_key: string | null;
  title: string;
  reason: string;
  requested_by: string;
  requested_at: Timestamp;
  expires_at: Timestamp;
  state: string;
  task_id: string;
  step_id: string;
  fingerprint: string;
  template_ref: string | null;
  template_title: string | null;
  entity_ref: string;
  owner: string;
  environment: string;
  tier: string | null;
  change: string;
  requirements: string;
  supersedes: string | null;
  superseded_by: string | null;
  used_at: Timestamp | null;
  reminded_at: Timestamp | null;
  escalated_at: Timestamp | null;
  version: number;
}

export interface DecisionRow {
  id: number;
  approval_id: string;
  requirement_id: string;
  person: string;
  on_behalf_of: string | null;
  decision: 'approve' | 'refuse';
  comment: string | null;
  fingerprint: string;
  at: Timestamp;
}

export interface HistoryRow {
  id: number;
  chain_id: string;
  event: string;
  who: string | null;
  at: Timestamp;
  text: string;
}

const date = (value: Timestamp | null) =>
  value === null ? undefined : new Date(value);

export function toApproval(row: ApprovalRow): StoredApproval {
  return {
    number: row.number,
    id: row.id,
    chainId: row.chain_id,
    title: row.title,
    reason: row.reason,
    requestedBy: row.requested_by,
    requestedAt: new Date(row.requested_at),
    expiresAt: new Date(row.expires_at),
    state: row.state as ApprovalState,
    taskId: row.task_id,
    stepId: row.step_id,
    templateRef: row.template_ref ?? undefined,
    templateTitle: row.template_title ?? undefined,
    entityRef: row.entity_ref,
    owner: row.owner,
    environment: row.environment,
    tier: row.tier ?? undefined,
    change: JSON.parse(row.change) as Change,
    requirements: JSON.parse(row.requirements) as StoredRequirement[],
    supersedes: row.supersedes ?? undefined,
    supersededBy: row.superseded_by ?? undefined,
    usedAt: date(row.used_at),
    remindedAt: date(row.reminded_at),
    escalatedAt: date(row.escalated_at),
    version: row.version,
    released: row.request_key === null && row.state !== 'superseded',
  };
}

/** What makes a request unique while it stands. */
export function requestKey(
  request: Pick<StoredApproval, 'taskId' | 'stepId'>,
  fingerprint: string,
): string {
  return [request.taskId, request.stepId, fingerprint].join('/');
}

export function fromApproval(
  approval: NewApproval,
): Omit<ApprovalRow, 'number'> {
  return {
    id: approval.id,
    chain_id: approval.chainId,
    request_key: requestKey(approval, approval.change.fingerprint),
    title: approval.title,
    reason: approval.reason,
    requested_by: approval.requestedBy,
    requested_at: approval.requestedAt,
    expires_at: approval.expiresAt,
    task_id: approval.taskId,
    step_id: approval.stepId,
    template_ref: approval.templateRef ?? null,
    template_title: approval.templateTitle ?? null,
    entity_ref: approval.entityRef,
    environment: approval.environment,
    tier: approval.tier ?? null,
    supersedes: approval.supersedes ?? null,
    reminded_at: null,
    escalated_at: null,
    used_at: null,
    version: 1,
    ...fromPatch(approval),
  } as Omit<ApprovalRow, 'number'>;
}

/** The columns that change during an approval's life. */
export function fromPatch(patch: Partial<NewApproval>): Partial<ApprovalRow> {
  return {
    ...(patch.state && { state: patch.state }),
    ...(patch.state === 'superseded' && { request_key: null }),
    ...(patch.owner && { owner: patch.owner }),
    ...(patch.change && {
      change: JSON.stringify(patch.change),
      fingerprint: patch.change.fingerprint,
    }),
    ...(patch.requirements && {
      requirements: JSON.stringify(patch.requirements),
    }),
    ...(patch.supersededBy && { superseded_by: patch.supersededBy }),
    ...(patch.usedAt && { used_at: patch.usedAt }),
    ...(patch.remindedAt && { reminded_at: patch.remindedAt }),
    ...(patch.escalatedAt && { escalated_at: patch.escalatedAt }),
  };
}

export function toDecision(row: DecisionRow): ApprovalDecision {
  return {
    id: row.id,
    requirementId: row.requirement_id,
    person: row.person,
    decision: row.decision,
    fingerprint: row.fingerprint,
    at: new Date(row.at).toISOString(),
    ...(row.on_behalf_of ? { onBehalfOf: row.on_behalf_of } : {}),
    ...(row.comment ? { comment: row.comment } : {}),
  };
}

export function toHistoryEntry(row: HistoryRow): HistoryEntry {
  return {
    id: row.id,
    event: row.event as ApprovalEvent,
    at: new Date(row.at).toISOString(),
    text: row.text,
    ...(row.who ? { who: row.who } : {}),
  };
}
