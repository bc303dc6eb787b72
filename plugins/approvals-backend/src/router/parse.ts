import { InputError } from '@backstage/errors';
import {
  approvalStates,
  type ApprovalListQuery,
  type ApprovalState,
  type DecideBody,
  type DelegateBody,
} from '@portico/plugin-approvals-common';
import {
  changeSchema,
  type ApprovalRequest,
} from '@portico/plugin-approvals-node';
import { z, type ZodType } from 'zod';

const entityRef = z
  .string()
  .regex(/^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/, 'a full entity reference');
const time = z.string().datetime({ offset: true });
const comment = z.string().max(4000).optional();
const states = approvalStates as [ApprovalState, ...ApprovalState[]];

/** @throws InputError that names what is wrong */
export function parse<T>(schema: ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new InputError(
    result.error.issues
      .map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
      .join('; '),
  );
}

export const listQuery: ZodType<ApprovalListQuery> = z.object({
  view: z.enum(['mine', 'asked', 'all']).optional(),
  state: z
    .preprocess(
      value => (typeof value === 'string' ? value.split(',') : value),
      z.array(z.enum(states)),
    )
    .optional(),
  entityRef: entityRef.optional(),
  taskId: z.string().optional(),
  offset: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});

export const decideBody: ZodType<DecideBody> = z.object({
  decision: z.enum(['approve', 'refuse']),
  comment,
  fingerprint: z.string(),
  requirementId: z.string().optional(),
});

export const withdrawBody = z.object({ comment });

export const delegateBody: ZodType<DelegateBody> = z.object({
  to: z.string().min(1),
  startsAt: time.optional(),
  endsAt: time,
  note: z.string().max(500).optional(),
});

export const requestBody: ZodType<ApprovalRequest> = z.object({
  taskId: z.string().min(1),
  stepId: z.string().min(1),
  requestedBy: entityRef,
  templateRef: entityRef.optional(),
  templateTitle: z.string().optional(),
  title: z.string().min(1).max(200),
  reason: z.string().min(1).max(4000),
  entityRef,
  owner: z.string().optional(),
  environment: z.string().min(1),
  change: changeSchema,
  expiresInHours: z.number().positive().optional(),
});

export const useBody = z.object({
  taskId: z.string(),
  fingerprint: z.string(),
});

export const supersedeBody = z.object({
  change: changeSchema,
  because: z.string().min(1),
});

export const planBody = z.object({ fresh: z.boolean(), checkedAt: time });

export const withdrawTaskBody = z.object({
  taskId: z.string().min(1),
  stepId: z.string().optional(),
  because: z.string().min(1),
});
