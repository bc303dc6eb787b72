import type { z as zod } from 'zod/v3';

type Z = typeof zod;

/** What a step of `terraform:apply` takes. */
export const terraformApplyInput = {
  workspace: (z: Z) =>
    z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,90}$/)
      .describe(
        'Name of the workspace, e.g. gift-cards-dev. It is made if it is not there.',
      ),
  directory: (z: Z) =>
    z
      .string()
      .describe(
        "Folder of the configuration inside the task's workspace; terraform if absent",
      )
      .optional(),
  variables: (z: Z) =>
    z
      .record(z.any())
      .describe(
        'Input variables by name: strings, numbers, booleans, lists or objects',
      )
      .optional(),
  sensitiveVariables: (z: Z) =>
    z
      .record(z.string())
      .describe(
        'Input variables that are secret, by name. Take the values from secrets: ${{ secrets.password }}. They are never logged and never given back.',
      )
      .optional(),
  environment: (z: Z) =>
    z
      .record(z.string())
      .describe('Environment variables of the run, e.g. AWS_REGION')
      .optional(),
  sensitiveEnvironment: (z: Z) =>
    z
      .record(z.string())
      .describe('Environment variables that are secret')
      .optional(),
  executor: (z: Z) =>
    z
      .enum(['hcp', 'cli'])
      .describe(
        'hcp runs in HCP Terraform or Enterprise, cli runs terraform or tofu on the portal’s server',
      )
      .optional(),
  instance: (z: Z) =>
    z
      .string()
      .describe(
        'Name of the HCP Terraform instance under terraform.hcp; the first if absent',
      )
      .optional(),
  entityRef: (z: Z) =>
    z
      .string()
      .describe(
        'Entity that the workspace belongs to, e.g. component:default/gift-cards: later tasks for it may change the workspace',
      )
      .optional(),
  owner: (z: Z) =>
    z
      .string()
      .describe(
        'Group that will own the entity, e.g. group:default/commerce; needed where the catalog does not have it yet',
      )
      .optional(),
  confirm: (z: Z) =>
    z
      .boolean()
      .describe(
        'Confirms the plan; true if absent. With false, the step waits until somebody confirms in HCP Terraform',
      )
      .optional(),
  planOnly: (z: Z) =>
    z.boolean().describe('Plans and changes nothing').optional(),
  timeoutMinutes: (z: Z) =>
    z
      .number()
      .positive()
      .describe('Ends and cancels the run after so many minutes; 60 if absent')
      .optional(),
  environmentName: (z: Z) =>
    z
      .string()
      .describe(
        "Environment as approvals.rules name it, e.g. production; the variable 'environment' if absent",
      )
      .optional(),
  tags: (z: Z) =>
    z.array(z.string()).describe('Tags of a new workspace').optional(),
};

/** What a step of `terraform:apply` takes beside that. */
export const approvedPlanInput = {
  runId: (z: Z) =>
    z
      .string()
      .describe(
        'Run that a step terraform:plan of this task has kept: exactly its plan is applied',
      )
      .optional(),
  fingerprint: (z: Z) =>
    z
      .string()
      .describe(
        'Fingerprint of what was planned; where the plan is another by now, nothing is applied, or people are asked anew',
      )
      .optional(),
  approval: (z: Z) =>
    z
      .boolean()
      .describe(
        'Asks the people whom approvals.rules name, and applies exactly the plan that they agreed to. One gone stale is planned and asked for again',
      )
      .optional(),
  approvalId: (z: Z) =>
    z
      .string()
      .describe('Approval that an earlier step has got for the plan of runId')
      .optional(),
  reason: (z: Z) =>
    z.string().describe('Why, for the people who are asked').optional(),
};

/** What it gives to later steps. */
export const terraformApplyOutput = {
  runId: (z: Z) => z.string().describe('Run in HCP Terraform').optional(),
  runUrl: (z: Z) => z.string().describe('Page of the run').optional(),
  workspaceUrl: (z: Z) =>
    z.string().describe('Page of the workspace').optional(),
  approvalId: (z: Z) =>
    z.string().describe('Approval that was used').optional(),
  created: (z: Z) =>
    z.boolean().describe('Whether this task made the workspace'),
  changes: (z: Z) =>
    z
      .object({ add: z.number(), change: z.number(), destroy: z.number() })
      .describe(
        'Resources added, changed and destroyed; a replacement is one added and one destroyed',
      ),
  monthlyCost: (z: Z) =>
    z
      .object({ before: z.number(), after: z.number(), currency: z.string() })
      .describe('Estimated cost a month')
      .optional(),
  outputs: (z: Z) =>
    z
      .record(z.any())
      .describe('Outputs of the configuration that are not sensitive'),
  sensitiveOutputs: (z: Z) =>
    z.array(z.string()).describe('Names of those that are'),
};
