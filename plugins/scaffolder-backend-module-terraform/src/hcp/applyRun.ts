import { flowLog } from '@portico/plugin-flows-common';
import type { ApplyRequest, ExecutorContext } from '../TerraformExecutor';
import { checkEnd } from './checkEnd';
import { followApply } from './followRun';
import { HcpError } from './HcpError';
import type { PlannedRun } from './planRun';
import type { PreparedWorkspace } from './prepareWorkspace';

/**
 * Confirms a planned run, or leaves that to a person, and follows it to its end.
 *
 * @throws InputError with Terraform's reasons, ConflictError where somebody ended the run
 */
export async function applyRun(
  workspace: PreparedWorkspace,
  planned: PlannedRun,
  request: ApplyRequest,
  context: ExecutorContext,
): Promise<void> {
  context.logger.info(flowLog.section('Apply'));
  const noteApplied = async () => {
    if (workspace.created) return; // then the run goes with it
    await context.ledger.note('changed', {
      kind: 'Terraform run',
      name: workspace.name,
      url: planned.url,
      ifItFails: 'stays as far as it was applied',
    });
  };
  // Once it is confirmed, to discard it would undo nothing.
  if (request.confirm) await noteApplied();
  await confirm(planned, request, context);
  const run = await followApply(planned.following);
  if (['applied', 'errored'].includes(run.attributes.status)) {
    await noteApplied();
  }
  checkEnd(run, 'apply', planned);
  context.logger.info(`Applied ${planned.id}`);
}

async function confirm(
  { run, following }: PlannedRun,
  request: ApplyRequest,
  { logger }: ExecutorContext,
): Promise<void> {
  if (!run.attributes.actions['is-confirmable']) return;
  if (!request.confirm) {
    logger.info(
      `Run ${run.id} waits until somebody confirms or discards it in HCP Terraform`,
    );
    return;
  }
  try {
    await following.client.post(
      `/runs/${run.id}/actions/apply`,
      { comment: `Confirmed by Portico, task ${request.taskId}` },
      { repeatable: true },
    );
    logger.info(`Confirmed ${run.id}`);
  } catch (error) {
    // 409: an earlier try, of which the answer was lost, has confirmed it, or a person has.
    if (!(error instanceof HcpError) || error.status !== 409) throw error;
  }
}
