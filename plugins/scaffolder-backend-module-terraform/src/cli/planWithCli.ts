import { ConflictError } from '@backstage/errors';
import type { Change } from '@portico/plugin-approvals-common';
import { flowLog } from '@portico/plugin-flows-common';
import { createHash } from 'node:crypto';
import { describePlan } from '../plan/describePlan';
import type { TerraformPlan } from '@portico/plugin-approvals-node';
import { LogParser } from '../report/LogParser';
import { RunReporter } from '../report/RunReporter';
import type { ApplyRequest, ExecutorContext } from '../TerraformExecutor';
import { errorText, failure, requireSuccess } from './prepareTerraform';
import type { TerraformProcess } from './TerraformProcess';

/** File of the plan, inside the copy of the configuration. */
export const PLAN_FILE = 'portico.tfplan';
/** How long Terraform waits for a state that somebody else has locked. */
export const LOCK = '-lock-timeout=60s';

type PlanRequest = ApplyRequest & {
  /** Says what would change, also where nobody is asked. */
  describe?: boolean;
};
type PlanContext = ExecutorContext & { created: boolean };

/**
 * Plans into {@link PLAN_FILE}, and asks people where that is wanted. A plan that the state leaves
 * behind meanwhile is made and asked for again.
 *
 * @throws ConflictError if it is not the plan of the earlier step, and nobody can be asked anew
 */
export async function planWithCli(
  terraform: TerraformProcess,
  request: PlanRequest,
  context: PlanContext,
): Promise<{ change?: Change; reporter: RunReporter }> {
  const { gate, logger } = context;
  const { fingerprint, describe = false } = request;
  for (;;) {
    const reporter = reporterOf(request.workspace, context);
    logger.info(flowLog.section('Plan'));
    const args = ['plan', '-json', '-input=false', LOCK, `-out=${PLAN_FILE}`];
    await stream(terraform, args, reporter, 'plan');
    reporter.tellPlan();
    if (!gate && !describe && fingerprint === undefined) return { reporter };
    const serial = await readSerial(terraform, context);
    const change = await describePlanFile(terraform, request, context, serial);
    const { add, change: changed, destroy } = reporter.changes;
    if (add + changed + destroy === 0) return { change, reporter };
    const because = gate
      ? await gate.ask(change, {
          findStaleness: async () => {
            const now = await readSerial(terraform, context);
            return now === serial
              ? undefined
              : `the state moved from serial ${serial} to ${now}`;
          },
        })
      : refuseOther(request, change);
    if (because === undefined) return { change, reporter };
    logger.warn(`The plan is stale: ${because}. It is planned and asked again`);
  }
}

/** @throws ConflictError if an earlier step has shown another plan */
function refuseOther(
  { fingerprint, workspace }: ApplyRequest,
  change: Change,
): undefined {
  if (fingerprint !== undefined && fingerprint !== change.fingerprint) {
    throw new ConflictError(
      `The plan of ${workspace} is stale: what it does now (${change.fingerprint}) is not what was shown (${fingerprint}). Nothing was applied. Start the task again to plan and ask anew.`,
    );
  }
  return undefined;
}

/** Tells of what happens in a workspace; new resources go with a state that the task began. */
export function reporterOf(
  workspace: string,
  {
    logger,
    redactor,
    ledger,
    created,
  }: ExecutorContext & { created?: boolean },
): RunReporter {
  return new RunReporter({
    logger,
    redactor,
    note: ledger.note,
    workspace,
    goesWith: created
      ? { kind: 'Terraform state', name: workspace }
      : undefined,
  });
}

/** Runs Terraform and reports what it says. @throws InputError with its reasons */
export async function stream(
  terraform: TerraformProcess,
  args: string[],
  reporter: RunReporter,
  phase: 'plan' | 'apply',
): Promise<void> {
  const parser = new LogParser();
  let told = Promise.resolve();
  const { exitCode, stderr } = await terraform.run(args, chunk => {
    const events = parser.push(chunk);
    told = told.then(() => reporter.report(events));
  });
  await told;
  await reporter.report(parser.flush());
  if (exitCode === 0) return;
  const reasons =
    reporter.errors.length > 0 ? reporter.errors : [errorText(stderr)];
  throw failure(phase, reasons);
}

/** Serial of the state; 0 before the first apply. */
async function readSerial(
  terraform: TerraformProcess,
  { redactor }: ExecutorContext,
): Promise<number> {
  const state = await terraform.run(['state', 'pull']);
  requireSuccess('read the state of', state, text => redactor.redact(text));
  const text = state.stdout.trim();
  return text ? (JSON.parse(text) as { serial: number }).serial : 0;
}

async function describePlanFile(
  terraform: TerraformProcess,
  { environment = 'unknown', workspace }: ApplyRequest,
  context: ExecutorContext,
  stateSerial: number,
): Promise<Change> {
  const shown = await terraform.run(['show', '-json', PLAN_FILE]);
  requireSuccess('show the plan of', shown, text =>
    context.redactor.redact(text),
  );
  const json = JSON.parse(shown.stdout) as TerraformPlan;
  const content = JSON.stringify(json.resource_changes ?? []);
  const now = new Date().toISOString();
  return describePlan({
    json,
    context,
    where: { environment, workspace },
    plan: {
      id: `plan-${createHash('sha256')
        .update(`${workspace}:${stateSerial}:${content}`)
        .digest('hex')
        .slice(0, 16)}`,
      plannedAt: now,
      stateSerial,
      fresh: true,
      checkedAt: now,
    },
  });
}
