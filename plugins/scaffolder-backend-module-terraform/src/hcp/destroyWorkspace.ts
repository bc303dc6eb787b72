import { ConflictError } from '@backstage/errors';
import { flowLog } from '@portico/plugin-flows-common';
import { deleteIfEmpty } from '../removal/workspaceRemover';
import { RunReporter } from '../report/RunReporter';
import type {
  DestroyRequest,
  DestroyResult,
  ExecutorContext,
} from '../TerraformExecutor';
import { checkEnd } from './checkEnd';
import { runMarker } from './ensureRun';
import { adopt, findWorkspace } from './ensureWorkspace';
import { followApply, followPlan } from './followRun';
import type { HcpClient } from './HcpClient';
import { workspacePage } from './HcpInstances';
import { findRun, queueRun } from './queueRun';
import { readState } from './stateOf';

type DestroyContext = ExecutorContext & {
  pollMs: number;
  /** Told of the run before it is followed. */
  onRun: (runId: string) => void;
};

/**
 * Destroys all that a workspace manages, with the configuration and the variables that it has, and
 * then deletes the workspace if that is wanted. Where the destruction fails the workspace stays, since
 * it alone knows what is there.
 *
 * @throws ConflictError if the workspace belongs to something else
 */
export async function destroyWorkspace(
  client: HcpClient,
  request: DestroyRequest,
  context: DestroyContext,
): Promise<DestroyResult> {
  const { logger, ledger } = context;
  const { workspace: name, deleteWorkspace } = request;
  const found = await findWorkspace(client, name);
  if (!found) {
    logger.info(`Workspace ${name} is not there; nothing is destroyed`);
    return { destroyed: 0, workspaceDeleted: true };
  }
  adopt(client, request, found);
  const url = workspacePage(client, name);
  const thing = { kind: 'Workspace', name, url };
  await ledger.note('kept', { ...thing, ifItFails: 'stays' });
  const result = (await readState(client, found.id))
    ? await destroyAll(client, found.id, request, context)
    : { destroyed: 0 };
  if (!deleteWorkspace) {
    return { ...result, workspaceUrl: url, workspaceDeleted: false };
  }
  if (!(await deleteIfEmpty(client, found.id))) {
    throw new ConflictError(
      `HCP Terraform says that workspace ${name} still manages resources, though they were destroyed. It stays. See ${url}`,
    );
  }
  logger.info(`Workspace ${name} deleted`);
  await ledger.note('removed', { ...thing, ifItFails: 'cannot come back' });
  return { ...result, workspaceUrl: url, workspaceDeleted: true };
}

async function destroyAll(
  client: HcpClient,
  workspaceId: string,
  request: DestroyRequest,
  context: DestroyContext,
): Promise<Pick<DestroyResult, 'runId' | 'runUrl' | 'destroyed'>> {
  const { logger, ledger, redactor, signal, pollMs, onRun } = context;
  const { workspace: name } = request;
  const message = `${runMarker(request)}: destroy`;
  const run =
    (await findRun(client, workspaceId, message)) ??
    (await queueRun({
      client,
      workspaceId,
      attributes: { message, 'is-destroy': true, 'auto-apply': true },
    }));
  onRun(run.id);
  const url = `${workspacePage(client, name)}/runs/${run.id}`;
  await ledger.note('changed', {
    kind: 'Terraform run',
    name,
    url,
    ifItFails: 'what it has destroyed stays destroyed',
  });
  const reporter = new RunReporter({
    logger,
    redactor,
    note: ledger.note,
    workspace: name,
  });
  const following = { client, runId: run.id, reporter, pollMs, signal };
  logger.info(flowLog.section('Plan'));
  const planned = await followPlan(following);
  checkEnd(planned, 'plan', { reporter, url });
  reporter.tellPlan();
  if (planned.attributes.status !== 'planned_and_finished') {
    logger.info(flowLog.section('Destroy'));
    checkEnd(await followApply(following), 'apply', { reporter, url });
  }
  reporter.tellEnd({ planOnly: false });
  return {
    runId: run.id,
    runUrl: url,
    destroyed: reporter.changes.destroy,
  };
}
