import { isMoney, type Change } from '@portico/plugin-approvals-common';
import { z } from 'zod';

const amount = z.string().refine(isMoney, 'a decimal amount, e.g. 187.20');
const time = z.string().datetime({ offset: true });
const severity = z.enum(['info', 'warn', 'bad']);

const attribute = z.object({
  path: z.string(),
  action: z.enum(['add', 'change', 'remove']),
  before: z.string().optional(),
  after: z.string().optional(),
  sensitive: z.boolean(),
  unknownAfter: z.boolean(),
  forcesReplacement: z.boolean(),
  note: z.string().optional(),
  noteSeverity: severity.optional(),
});

const resource = z.object({
  address: z.string(),
  type: z.string(),
  name: z.string(),
  action: z.enum(['add', 'change', 'replace', 'destroy', 'read', 'none']),
  attributes: z.array(attribute),
  unchangedAttributes: z.number().int().min(0),
  monthlyCost: z.object({ before: amount, after: amount }).optional(),
});

/** The kinds of change, as a choice. */
export const changeKindSchema = z.enum([
  'terraform-plan',
  'deployment',
  'removal',
  'access',
  'other',
]);

/** Checks a `Change` that comes from outside. */
export const changeSchema: z.ZodType<Change> = z.object({
  kind: changeKindSchema,
  fingerprint: z.string().min(8).max(200),
  summary: z.object({
    add: z.number().int().min(0),
    change: z.number().int().min(0),
    replace: z.number().int().min(0),
    destroy: z.number().int().min(0),
  }),
  resources: z.array(resource).max(500),
  resourcesOmitted: z.number().int().optional(),
  cost: z
    .object({
      monthlyBefore: amount,
      monthlyAfter: amount,
      currency: z.string().length(3),
      source: z.string(),
      fromPriceList: z.boolean().optional(),
      entityMonthlyBefore: amount.optional(),
      entityMonthlyAfter: amount.optional(),
      entityMonthlyBudget: amount.optional(),
      entityKnownThrough: z.string().optional(),
    })
    .optional(),
  effects: z.array(
    z.object({ severity, resource: z.string().optional(), text: z.string() }),
  ),
  where: z.object({
    environment: z.string().min(1),
    workspace: z.string().optional(),
    workspaceUrl: z.string().optional(),
    account: z.string().optional(),
    region: z.string().optional(),
  }),
  plan: z
    .object({
      id: z.string(),
      url: z.string().optional(),
      logUrl: z.string().optional(),
      plannedAt: time,
      stateSerial: z.number().optional(),
      fresh: z.boolean(),
      checkedAt: time.optional(),
    })
    .optional(),
  policies: z
    .object({
      checkedBy: z.string(),
      checkedAt: time,
      results: z.array(
        z.object({
          name: z.string(),
          passed: z.boolean(),
          message: z.string().optional(),
        }),
      ),
    })
    .optional(),
  commits: z
    .array(
      z.object({
        sha: z.string(),
        title: z.string(),
        author: z.string().optional(),
        url: z.string().optional(),
      }),
    )
    .max(200)
    .optional(),
  diffUrl: z.string().optional(),
});
