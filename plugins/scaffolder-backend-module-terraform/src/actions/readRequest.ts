import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import { readdir } from 'node:fs/promises';
import type { ApplyRequest, TerraformVariable } from '../TerraformExecutor';

/** A step's input, as the template gives it. */
export interface ApplyInput {
  workspace: string;
  directory?: string;
  variables?: Record<string, JsonValue>;
  sensitiveVariables?: Record<string, string>;
  environment?: Record<string, string>;
  sensitiveEnvironment?: Record<string, string>;
  instance?: string;
  entityRef?: string;
  confirm?: boolean;
  planOnly?: boolean;
  tags?: string[];
  environmentName?: string;
  runId?: string;
  fingerprint?: string;
}

/**
 * Checks a step's input.
 *
 * @throws InputError that names the input and what is wrong with it
 */
export async function readRequest(
  input: ApplyInput,
  task: { workspacePath: string; taskId: string; stepId: string },
): Promise<ApplyRequest> {
  const {
    workspace,
    directory = 'terraform',
    confirm = true,
    planOnly = false,
    tags = [],
  } = input;
  checkWorkspace(workspace);
  return {
    workspace,
    directory: await findDirectory(task.workspacePath, directory),
    variables: readVariables(input),
    confirm,
    planOnly,
    tags,
    entityRef: input.entityRef,
    instance: input.instance,
    taskId: task.taskId,
    stepId: task.stepId,
    environment: environmentOf(input),
    runId: input.runId,
    fingerprint: input.fingerprint,
  };
}

/** The name that people and rules use for the environment. */
function environmentOf({
  environmentName,
  variables,
}: ApplyInput): string | undefined {
  const named = environmentName ?? variables?.environment;
  return typeof named === 'string' ? named : undefined;
}

/** @throws InputError */
export function checkWorkspace(workspace: string): void {
  if (!/^[A-Za-z0-9_-]{1,90}$/.test(workspace)) {
    throw new InputError(
      `The workspace name '${workspace}' may hold letters, digits, - and _ alone, at most 90 of them.`,
    );
  }
}

/** @throws InputError if there is no configuration */
export async function findDirectory(
  workspacePath: string,
  directory: string,
): Promise<string> {
  let path: string;
  try {
    path = resolveSafeChildPath(workspacePath, directory);
  } catch (error) {
    throw new InputError(
      `The directory '${directory}' lies outside the task's workspace. Name a folder inside it, e.g. terraform.`,
      error as Error,
    );
  }
  let names: string[];
  try {
    names = await readdir(path);
  } catch (error) {
    throw new InputError(
      `There is no directory '${directory}' in the task's workspace; an earlier step has to put the configuration there.`,
      error as Error,
    );
  }
  if (!names.some(name => /\.tf(\.json)?$/.test(name))) {
    throw new InputError(
      `The directory '${directory}' holds no Terraform configuration: no file ends in .tf or .tf.json.`,
    );
  }
  return path;
}

/** @throws InputError */
export function readVariables(
  input: Omit<ApplyInput, 'workspace'>,
): TerraformVariable[] {
  const groups: [
    Record<string, JsonValue> | undefined,
    TerraformVariable['category'],
    boolean,
  ][] = [
    [input.variables, 'terraform', false],
    [input.sensitiveVariables, 'terraform', true],
    [input.environment, 'env', false],
    [input.sensitiveEnvironment, 'env', true],
  ];
  const variables: TerraformVariable[] = [];
  for (const [values, category, sensitive] of groups) {
    for (const [key, value] of Object.entries(values ?? {})) {
      if (!/^[A-Za-z_][\w-]*$/.test(key))
        throw new InputError(`'${key}' is no name of a variable.`);
      if (variables.some(v => v.key === key && v.category === category)) {
        throw new InputError(
          `The variable '${key}' is given twice, once as sensitive. Give it once.`,
        );
      }
      if (sensitive && !value) {
        throw new InputError(
          `The sensitive variable '${key}' is empty. Does the secret that it is taken from exist?`,
        );
      }
      variables.push({ key, value, category, sensitive });
    }
  }
  return variables;
}
