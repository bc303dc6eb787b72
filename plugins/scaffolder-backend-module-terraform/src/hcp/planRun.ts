import { ConflictError } from '@backstage/errors';
import { RunReporter } from '../report/RunReporter';
import { runRemoval } from '../removal/removals';
import type {
  ApplyRequest,
  ApplyResult,
  ExecutorContext,
} from '../TerraformExecutor';
import { checkEnd } from './checkEnd';
import { ensureRun } from './ensureRun';
import { followPlan, readRun, type Following } from './followRun';
import type { HcpClient } from './HcpClient';
import type { Resource, RunAttributes } from './jsonApi';
import type { PreparedWorkspace } from './prepareWorkspace';
import { FAILED, taskMarker } from './queueRun';
import { readChanges, readCost } from './readResults';

/** A run of this step. */
export interface StepRun {
  id: string;
  url: string;
  reporter: RunReporter;
  following: Following;
}

/** A run whose plan is made. */
export interface PlannedRun extends StepRun {
  run: Resource<RunAttributes>;
  result: Pick<ApplyResult, 'changes' | 'monthlyCost'>;
  /** Nothing is left to confirm: it was to be planned alone, or nothing changes. */
  isOver: boolean;
}

/** Queues the run of this step, or finds the one that is queued, and notes it. */
export async function startRun(
  client: HcpClient,
  workspace: PreparedWorkspace,
  request: ApplyRequest,
  context: ExecutorContext & { pollMs: number },
): Promise<StepRun> {
  const { ledger } = context;
  const thing = runThing(client, workspace, request);
  const { id } = await ledger.ensure(thing, async () => {
    const run = await ensureOnce(client, workspace, request, context);
    return { ...run, created: true, url: runPage(workspace, run.id) };
  });
  return follow(client, workspace, id, context);
}

/**
 * Takes up the run that an earlier step of the same task has planned.
 *
 * @returns `undefined` where there is none to take up: none was named, or it was ended to plan anew
 * @throws ConflictError if the run is another task's, or another workspace's
 */
export async function takeUpRun(
  client: HcpClient,
  workspace: PreparedWorkspace,
  request: ApplyRequest,
  context: ExecutorContext & { pollMs: number },
): Promise<StepRun | undefined> {
  const { runId, taskId } = request;
  if (!runId) return undefined;
  const { attributes, relationships } = await readRun(client, runId);
  const isOurs =
    attributes.message.startsWith(taskMarker(taskId)) &&
    relationships?.workspace?.data?.id === workspace.id;
  if (!isOurs) {
    throw new ConflictError(
      `Run ${runId} is not one that this task planned in workspace ${workspace.name}. Give runId the output of its own step terraform:plan.`,
    );
  }
  if (FAILED.includes(attributes.status) && context.gate) return undefined;
  return follow(client, workspace, runId, context);
}

function runPage({ url }: PreparedWorkspace, runId: string): string {
  return `${url}/runs/${runId}`;
}

function follow(
  client: HcpClient,
  workspace: PreparedWorkspace,
  runId: string,
  context: ExecutorContext & { pollMs: number },
): StepRun {
  const { logger, redactor, signal, ledger, pollMs } = context;
  const reporter = new RunReporter({
    logger,
    redactor,
    note: ledger.note,
    workspace: workspace.name,
    goesWith: workspace.created
      ? { kind: 'Workspace', name: workspace.name }
      : undefined,
  });
  const following = { client, runId, reporter, pollMs, signal };
  return { id: runId, url: runPage(workspace, runId), reporter, following };
}

/** What the ledger says of the run: with its workspace it goes, and else its plan can be discarded. */
export function runThing(
  client: HcpClient,
  { name, created }: PreparedWorkspace,
  { planOnly }: ApplyRequest,
) {
  const thing = { kind: 'Terraform run', name };
  if (created) {
    return {
      ...thing,
      ifItFails: 'deleted with the workspace',
      partOf: { kind: 'Workspace', name },
    };
  }
  if (planOnly) return { ...thing, ifItFails: 'stays: it changes nothing' };
  return {
    ...thing,
    ifItFails: 'discarded, unless it was applied',
    remover: runRemoval({ instance: client.instance.name, workspace: name }),
  };
}

/** A run that a checkpoint remembers but that failed belongs to an earlier attempt at this step. */
async function ensureOnce(
  client: HcpClient,
  workspace: PreparedWorkspace,
  request: ApplyRequest,
  context: ExecutorContext & { pollMs: number },
): Promise<{ id: string }> {
  const { logger, pollMs } = context;
  const { name, organization } = client.instance;
  for (let attempt = 1; ; attempt += 1) {
    let isNew = false;
    const run = await context.checkpoint({
      key: `terraform.run.${name}.${organization}.${request.workspace}.${attempt}`,
      fn: () => {
        isNew = true;
        return ensureRun({
          client,
          request,
          workspaceId: workspace.id,
          logger,
          pollMs,
        });
      },
    });
    if (isNew) return run;
    const { attributes } = await readRun(client, run.id);
    if (!FAILED.includes(attributes.status)) {
      logger.info(
        `Task taken up again; run ${run.id} found, not created a second time`,
      );
      return run;
    }
  }
}

/**
 * Follows the plan of a run to its end.
 *
 * @throws InputError with Terraform's reasons, ConflictError where somebody ended the run
 */
export async function followToPlan(
  { logger }: ExecutorContext,
  step: StepRun,
): Promise<PlannedRun> {
  const { following, reporter } = step;
  const { client } = following;
  const run = await followPlan(following);
  checkEnd(run, 'plan', step);
  reporter.tellPlan();
  const changes = await readChanges(client, step.id);
  const monthlyCost = await readCost(client, run);
  if (monthlyCost) {
    const { before, after, currency } = monthlyCost;
    logger.info(
      `Cost estimate ${after.toFixed(2)} ${currency} a month, ${before.toFixed(
        2,
      )} before`,
    );
  }
  const isOver = ['planned_and_finished', 'planned_and_saved'].includes(
    run.attributes.status,
  );
  return { ...step, run, result: { changes, monthlyCost }, isOver };
}
