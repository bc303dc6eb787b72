import type { Remover } from '@portico/plugin-flows-node';
import { endRun } from '../hcp/endRun';
import { findWorkspace } from '../hcp/ensureWorkspace';
import type { HcpInstances } from '../hcp/HcpInstances';
import { FINAL, listRuns, taskMarker } from '../hcp/queueRun';
import { RUN, type WorkspaceRemoval } from './removals';

/** `terraform:run`: discards what a task planned, and nobody applied, in a workspace that it found. */
export function createRunRemover(instances: HcpInstances): Remover {
  return {
    id: RUN,
    async remove({ taskId, params }, options) {
      const { instance, workspace } = params as WorkspaceRemoval;
      const client = instances.client(instance, options);
      const found = await findWorkspace(client, workspace);
      if (!found) return 'absent';
      const open = (await listRuns(client, found.id)).filter(
        ({ attributes: { message, status } }) =>
          message.startsWith(taskMarker(taskId)) && !FINAL.includes(status),
      );
      for (const { id } of open) {
        await endRun(client, id, {
          comment: 'The task failed',
          pollMs: instances.pollMs,
        });
      }
      return open.length > 0 ? 'removed' : 'absent';
    },
  };
}
