import { ConflictError, InputError } from '@backstage/errors';
import type { Change } from '@portico/plugin-approvals-common';
import { describePlan } from '../plan/describePlan';
import type { TerraformPlan } from '@portico/plugin-approvals-node';
import type { ApplyRequest, ExecutorContext } from '../TerraformExecutor';
import { checkEnd } from './checkEnd';
import { endRun } from './endRun';
import { readRun } from './followRun';
import type { HcpClient } from './HcpClient';
import { followToPlan, startRun, takeUpRun, type PlannedRun } from './planRun';
import type { PreparedWorkspace } from './prepareWorkspace';
import { readState } from './stateOf';

/** A plan that may be applied: nobody had to be asked, or everybody has agreed. */
export interface AskedRun extends PlannedRun {
  /** What people were shown; absent where nobody wanted to see it. */
  change?: Change;
}

/** What planning takes. */
export interface Planning {
  client: HcpClient;
  workspace: PreparedWorkspace;
  request: ApplyRequest;
  context: ExecutorContext & { pollMs: number };
  /** Told of each run before it is followed. */
  onRun: (runId: string) => void;
}

/**
 * Plans, and asks people where that is wanted. A plan that the state leaves behind meanwhile is
 * discarded, planned again and asked for again.
 *
 * @throws ConflictError if the plan of an earlier step went stale and nobody can be asked anew
 */
export async function askForPlan(planning: Planning): Promise<AskedRun> {
  const { client, workspace, request, context, onRun } = planning;
  const { logger, gate, pollMs } = context;
  let step =
    (await takeUpRun(client, workspace, request, context)) ??
    (await startRun(client, workspace, request, context));
  for (;;) {
    onRun(step.id);
    const planned = await followToPlan(context, step);
    if (!gate && !request.runId) return planned;
    const change = await describeRun(planning, planned);
    const asked = { ...planned, change };
    const isOpen = planned.run.attributes.actions['is-confirmable'];
    if (planned.isOver || !isOpen) return asked;
    const findStaleness = () => findStale(planning, planned);
    const because = gate
      ? await gate.ask(change, { findStaleness })
      : await checkEarlierPlan(request, change, findStaleness);
    if (because === undefined) return asked;
    if (!gate) {
      throw new ConflictError(
        `The plan of ${step.id} is stale: ${because}. Nothing was applied. Start the task again to plan and ask anew. See ${step.url}`,
      );
    }
    logger.warn(
      `The plan of ${step.id} is stale: ${because}. It is discarded, planned again and asked for again`,
    );
    await endRun(client, step.id, { comment: 'The plan went stale', pollMs });
    step = await startRun(client, workspace, request, context);
  }
}

/** Whether it is still what an earlier step of this task has shown. */
async function checkEarlierPlan(
  { fingerprint }: ApplyRequest,
  change: Change,
  findStaleness: () => Promise<string | undefined>,
): Promise<string | undefined> {
  if (fingerprint !== undefined && fingerprint !== change.fingerprint) {
    return `what it does (${change.fingerprint}) is not what was shown (${fingerprint})`;
  }
  return findStaleness();
}

/**
 * Why the plan does not fit the workspace any more: its state is younger than the plan.
 *
 * @throws ConflictError if somebody ended the run
 */
async function findStale(
  { client, workspace }: Planning,
  planned: PlannedRun,
): Promise<string | undefined> {
  const run = await readRun(client, planned.id);
  checkEnd(run, 'apply', planned);
  const state = await readState(client, workspace.id);
  const plannedAt = run.attributes['status-timestamps']?.['planning-at'];
  if (!state || !plannedAt) return undefined;
  const { serial, 'created-at': createdAt } = state.attributes;
  return Date.parse(createdAt) > Date.parse(plannedAt)
    ? `the state moved to serial ${serial} after it was planned`
    : undefined;
}

/** What people are shown of a run's plan. */
export async function describeRun(
  { client, workspace, request, context }: Planning,
  { id, url, run, result }: PlannedRun,
): Promise<Change> {
  const json = await client.get<TerraformPlan | undefined>(
    `/runs/${id}/plan/json-output`,
  );
  if (!json) {
    throw new InputError(
      `HCP Terraform has no JSON of the plan of ${id}, so nobody could decide on it. Portico's token needs admin access to the workspace, and the workspace Terraform 0.12 or later. See ${url}`,
    );
  }
  const state = await readState(client, workspace.id);
  const stamps = run.attributes['status-timestamps'] ?? {};
  const plannedAt = stamps['planned-at'] ?? stamps['planned-and-finished-at'];
  const region = request.variables.find(
    ({ key, sensitive }) => key === 'region' && !sensitive,
  )?.value;
  return describePlan({
    json,
    context,
    monthlyCost: result.monthlyCost,
    where: {
      environment: request.environment ?? 'unknown',
      workspace: workspace.name,
      workspaceUrl: workspace.url,
      ...(typeof region === 'string' ? { region } : {}),
    },
    plan: {
      id,
      url,
      plannedAt: new Date(plannedAt ?? Date.now()).toISOString(),
      ...(state ? { stateSerial: state.attributes.serial } : {}),
      fresh: true,
      checkedAt: new Date().toISOString(),
    },
  });
}
