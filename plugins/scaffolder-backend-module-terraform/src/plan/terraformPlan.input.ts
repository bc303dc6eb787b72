import type { z as zod } from 'zod/v3';
import {
  terraformApplyInput,
  terraformApplyOutput,
} from '../actions/terraformApply.input';

type Z = typeof zod;

const { confirm, planOnly, ...shared } = terraformApplyInput;
const { runId, runUrl, workspaceUrl, changes, monthlyCost } =
  terraformApplyOutput;

/** What a step of `terraform:plan` takes. */
export const terraformPlanInput = {
  ...shared,
  keep: (z: Z) =>
    z
      .boolean()
      .describe(
        "Keeps the plan, so that a later step terraform:apply of this task can apply exactly that: give it 'runId' and 'fingerprint'. It holds the workspace until then, and is discarded if the task fails",
      )
      .optional(),
};

/** What it gives to later steps. */
export const terraformPlanOutput = {
  runId,
  runUrl,
  workspaceUrl,
  changes,
  monthlyCost,
  change: (z: Z) =>
    z
      .record(z.any())
      .describe(
        "What would change, as approval:request takes it in 'change'; sensitive values are masked",
      ),
  fingerprint: (z: Z) =>
    z.string().describe('Tells this plan from any other one'),
  hasChanges: (z: Z) => z.boolean().describe('Whether anything would change'),
  destructive: (z: Z) =>
    z.boolean().describe('Whether something is destroyed or replaced'),
};
