import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { Remover } from '@portico/plugin-flows-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { endRun } from '../hcp/endRun';
import { findWorkspace, taskTag } from '../hcp/ensureWorkspace';
import { readRun } from '../hcp/followRun';
import type { HcpClient } from '../hcp/HcpClient';
import { HcpError } from '../hcp/HcpError';
import { workspacePage, type HcpInstances } from '../hcp/HcpInstances';
import {
  findRun,
  FINAL,
  listRuns,
  queueRun,
  taskMarker,
} from '../hcp/queueRun';
import { WORKSPACE, type WorkspaceRemoval } from './removals';

/**
 * `terraform:workspace`: destroys what the workspace manages and deletes it, if the task that made it
 * is the one that is cleaned up. Where the destruction fails, the workspace stays, since it alone
 * knows what is there.
 */
export function createWorkspaceRemover(instances: HcpInstances): Remover {
  return {
    id: WORKSPACE,
    async remove({ taskId, params }, options) {
      const { instance, workspace } = params as WorkspaceRemoval;
      const client = instances.client(instance, options);
      const { pollMs } = instances;
      const found = await findWorkspace(client, workspace);
      if (!found) return 'absent';
      const tags = found.attributes['tag-names'] ?? [];
      if (!tags.includes(taskTag(taskId))) return 'foreign';

      const cleaning = { client, workspaceId: found.id, taskId, pollMs };
      await endRuns(cleaning, workspace);
      if (!(await deleteIfEmpty(client, found.id))) {
        await destroy(cleaning, workspace);
        if (!(await deleteIfEmpty(client, found.id))) {
          throw new ConflictError(
            `HCP Terraform says that workspace ${workspace} still manages resources, though they were destroyed. See ${workspacePage(
              client,
              workspace,
            )}`,
          );
        }
      }
      return 'removed';
    },
  };
}

interface Cleaning {
  client: HcpClient;
  workspaceId: string;
  taskId: string;
  pollMs: number;
}

function destroyMessage(taskId: string, workspace: string): string {
  return `${taskMarker(taskId)}clean-up: ${workspace}`;
}

/** Ends the task's own runs; one of somebody else stands in the way. */
async function endRuns(
  { client, workspaceId, taskId, pollMs }: Cleaning,
  workspace: string,
): Promise<void> {
  for (const { id, attributes } of await listRuns(client, workspaceId)) {
    const { status, message } = attributes;
    if (FINAL.includes(status)) continue;
    if (message === destroyMessage(taskId, workspace)) continue;
    if (!message.startsWith(taskMarker(taskId))) {
      throw new ConflictError(
        `Run ${id} of somebody else is under way in workspace ${workspace} (${status}). See ${workspacePage(
          client,
          workspace,
        )}/runs/${id}`,
      );
    }
    await endRun(client, id, { comment: 'The task failed', pollMs });
  }
}

/**
 * Deletes a workspace that manages nothing.
 *
 * @returns false if it manages something
 * @see https://developer.hashicorp.com/terraform/cloud-docs/api-docs/workspaces#safe-delete-a-workspace
 */
export async function deleteIfEmpty(
  client: HcpClient,
  workspaceId: string,
): Promise<boolean> {
  try {
    await client.post(
      `/workspaces/${workspaceId}/actions/safe-delete`,
      undefined,
      { repeatable: true },
    );
    return true;
  } catch (error) {
    if (error instanceof NotFoundError) return true;
    if (error instanceof HcpError && error.status === 409) return false;
    throw error;
  }
}

/** Destroys all that the workspace manages, with the configuration and variables that it has. */
async function destroy(
  { client, workspaceId, taskId, pollMs }: Cleaning,
  workspace: string,
): Promise<void> {
  const message = destroyMessage(taskId, workspace);
  const isUnderWay = (status: string) => !FINAL.includes(status);
  const earlier = await findRun(client, workspaceId, message);
  const { id } =
    earlier && isUnderWay(earlier.attributes.status)
      ? earlier
      : await queueRun({
          client,
          workspaceId,
          attributes: { message, 'is-destroy': true, 'auto-apply': true },
          isIt: ({ attributes }) => isUnderWay(attributes.status),
        });
  for (;;) {
    const { attributes } = await readRun(client, id);
    if (['applied', 'planned_and_finished'].includes(attributes.status)) return;
    if (FINAL.includes(attributes.status)) {
      throw new InputError(
        `The resources of workspace ${workspace} could not be destroyed: run ${id} ended as ${attributes.status.replace(
          '_',
          '-',
        )}. See ${workspacePage(client, workspace)}/runs/${id}`,
      );
    }
    await sleep(pollMs, undefined, { signal: client.signal });
  }
}
