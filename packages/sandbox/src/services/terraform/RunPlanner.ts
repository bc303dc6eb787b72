import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { estimateCost } from './cost/estimateCost';
import {
  DiagnosticsError,
  diagnosticMessage,
  renderDiagnostic,
} from './plan/Diagnostic';
import { planMessages } from './plan/logMessages';
import { planConfiguration } from './plan/planConfiguration';
import { isEmptyPlan, renderPlan } from './plan/renderPlan';
import { unpackConfiguration } from './plan/unpackConfiguration';
import type { VariableValue } from './plan/variables';
import type { RunLog } from './RunLog';
import type { TerraformState } from './TerraformState';
import type { CostEstimate, PlanResult, Run } from './types';

/** Plans one run from its uploaded configuration, writing its log; `undefined` if Terraform would refuse it. */
export async function planRun(options: {
  state: TerraformState;
  run: Run;
  log: RunLog;
}): Promise<
  { plan: PlanResult; cost: CostEstimate; hasChanges: boolean } | undefined
> {
  const { state, run, log } = options;
  const workspace = state.workspaces.get(run.workspaceId)!;
  try {
    const plan = await unpackConfiguration(
      state.archiveOf(run.configurationVersionId),
      async folder => {
        const root = join(folder, workspace.workingDirectory);
        if (relative(folder, root).startsWith('..') || !existsSync(root)) {
          throw new DiagnosticsError({
            summary: 'Working directory not found',
            detail: `The workspace's working directory "${workspace.workingDirectory}" does not exist in the configuration that was uploaded.`,
          });
        }
        return planConfiguration({
          root,
          workspaceName: workspace.name,
          variables: variablesOf(state, run),
          state: state.currentState(workspace.id),
          isDestroy: run.isDestroy,
          refreshOnly: run.refreshOnly,
        });
      },
    );
    log.write(['', ...renderPlan(plan)], planMessages(plan));
    return { plan, cost: estimateCost(plan), hasChanges: !isEmptyPlan(plan) };
  } catch (error) {
    if (!(error instanceof DiagnosticsError)) throw error;
    log.write(
      error.diagnostics.flatMap(renderDiagnostic),
      error.diagnostics.map(diagnosticMessage),
    );
    log.note('Operation failed: failed running terraform plan (exit 1)');
    return undefined;
  }
}

/** A run's own variables win over its workspace's. */
function variablesOf(
  state: TerraformState,
  run: Run,
): Map<string, VariableValue> {
  const values = new Map<string, VariableValue>();
  for (const variable of state.variables.filter(
    v => v.workspaceId === run.workspaceId,
  )) {
    if (variable.category === 'terraform') {
      values.set(variable.key, {
        value: variable.value,
        hcl: variable.hcl,
        sensitive: variable.sensitive,
      });
    } else if (
      variable.key.startsWith('TF_VAR_') &&
      !values.has(variable.key.slice(7))
    ) {
      values.set(variable.key.slice(7), {
        value: variable.value,
        hcl: false,
        sensitive: variable.sensitive,
      });
    }
  }
  for (const { key, value } of run.variables)
    values.set(key, { value, hcl: true, sensitive: false });
  return values;
}
