import { changeKindSchema } from '@portico/plugin-approvals-node';
import type { z as Z } from 'zod/v3';

type Zod = typeof Z;

/** What `approval:request` takes. */
export const approvalRequestInput = {
  title: (z: Zod) =>
    z
      .string()
      .min(1)
      .max(200)
      .describe('What is asked, in a few words, e.g. "Larger orders-db".'),
  reason: (z: Zod) =>
    z
      .string()
      .min(1)
      .describe('Why, in the words of whoever asks. Those who decide read it.'),
  entityRef: (z: Zod) =>
    z.string().describe('What is changed, e.g. `component:default/orders`.'),
  owner: (z: Zod) =>
    z
      .string()
      .optional()
      .describe(
        'Whose it is, for what the catalog does not have yet, e.g. `group:default/commerce`.',
      ),
  environment: (z: Zod) =>
    z.string().min(1).describe('Where, e.g. `production`.'),
  change: (z: Zod) =>
    z
      .object({
        kind: z.enum(changeKindSchema.options as [string, ...string[]]),
      })
      .passthrough()
      .optional()
      .describe(
        'What is done: the output `change` of a plan step, or its parts (kind, effects, resources, cost, commits, diffUrl).',
      ),
  fingerprint: (z: Zod) =>
    z
      .string()
      .min(8)
      .optional()
      .describe(
        'What exactly the decision holds for; made from the change if absent.',
      ),
  expiresInHours: (z: Zod) =>
    z
      .number()
      .positive()
      .optional()
      .describe(
        'How long it may wait. The rules can make it shorter, never longer.',
      ),
};

/** What `approval:request` gives. */
export const approvalRequestOutput = {
  needed: (z: Zod) =>
    z.boolean().describe('Whether any rule asked for somebody.'),
  state: (z: Zod) =>
    z.enum(['approved', 'not-needed']).describe('How it ended.'),
  approvalId: (z: Zod) =>
    z
      .string()
      .optional()
      .describe(
        'Id of the approval. That of a plan is used by `terraform:apply`, which takes it as `approvalId`; any other is used already.',
      ),
  approvedBy: (z: Zod) =>
    z
      .array(z.string())
      .describe('User references of all who agreed, in this order.'),
  comment: (z: Zod) =>
    z.string().optional().describe('What the last of them said.'),
  url: (z: Zod) => z.string().optional().describe('Page of the approval.'),
};
