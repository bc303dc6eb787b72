import type { z as zod } from 'zod/v3';
import { terraformApplyInput } from '../actions/terraformApply.input';

type Z = typeof zod;

const { executor, instance, sensitiveVariables, variables, environment } =
  terraformApplyInput;

/** What a step of `terraform:destroy` takes. */
export const terraformDestroyInput = {
  executor,
  instance,
  variables,
  sensitiveVariables,
  environment,
  workspace: (z: Z) =>
    z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,90}$/)
      .describe(
        'Name of the workspace; where it is not there, nothing is done',
      ),
  entityRef: (z: Z) =>
    z
      .string()
      .describe(
        'Entity that the workspace belongs to; a workspace of another one is refused',
      ),
  directory: (z: Z) =>
    z
      .string()
      .describe(
        "Folder of the configuration inside the task's workspace; needed by the executor cli alone",
      )
      .optional(),
  deleteWorkspace: (z: Z) =>
    z
      .boolean()
      .describe('Deletes the workspace once it manages nothing')
      .optional(),
  approvalId: (z: Z) =>
    z
      .string()
      .describe(
        'Approval of the removal that an earlier step of this task got: with it, also somebody who may not destroy on their own may, if one of terraform.destroyApprovers has agreed',
      )
      .optional(),
  timeoutMinutes: terraformApplyInput.timeoutMinutes,
};

/** What it gives to later steps. */
export const terraformDestroyOutput = {
  runId: (z: Z) => z.string().describe('Run in HCP Terraform').optional(),
  runUrl: (z: Z) => z.string().describe('Page of the run').optional(),
  workspaceUrl: (z: Z) =>
    z.string().describe('Page of the workspace').optional(),
  destroyed: (z: Z) =>
    z.number().describe('How many resources this step destroyed'),
  workspaceDeleted: (z: Z) =>
    z.boolean().describe('Whether the workspace is gone'),
};
