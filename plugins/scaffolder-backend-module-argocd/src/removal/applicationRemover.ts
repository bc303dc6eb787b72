import { ServiceUnavailableError } from '@backstage/errors';
import type {
  ArgocdClient,
  ArgocdInstances,
} from '@portico/plugin-argocd-node';
import type { LedgerThing, Remover } from '@portico/plugin-flows-node';
import { setTimeout as pause } from 'node:timers/promises';
import { madeByTask } from '../application/ownershipMark';
import type { Namespaces } from '../namespace/Namespaces';

const ID = 'argocd:application';

/** What the remover needs to find an application again. */
export type ApplicationRemoval = {
  instance: string;
  project: string;
  /** The namespace that came into being with it. */
  namespace?: { cluster: string; name: string };
};

/** Names the remover for the ledger. */
export function applicationRemoval(
  params: ApplicationRemoval,
): LedgerThing['remover'] {
  return { id: ID, params };
}

/** How long Argo CD may take to remove an application and what it deployed; tests shorten it. */
export interface RemovalPatience {
  pollMs: number;
  goneMs: number;
}

/**
 * `argocd:application`: deletes the application that carries the task's annotation, with what it
 * deployed, waits until it is gone, and then removes the namespace that came with it, if that is empty.
 */
export function createApplicationRemover(options: {
  instances: ArgocdInstances;
  namespaces: Namespaces;
  patience?: RemovalPatience;
}): Remover {
  const {
    instances,
    namespaces,
    patience = { pollMs: 1_000, goneMs: 10 * 60_000 },
  } = options;
  return {
    id: ID,
    async remove({ name, taskId, params }, { logger, signal }) {
      const { instance, project, namespace } = params as ApplicationRemoval;
      const client = instances.client(instance, {
        onRetry: retry => logger.warn(retry.message),
      });
      const found = await client.find(name, { project, signal });
      if (found && !madeByTask(found, { taskId })) return 'foreign';
      if (found) {
        if (!found.metadata.deletionTimestamp) {
          await client
            .delete(name, { cascade: true, project, signal })
            .catch((error: Error) => {
              if (error.name !== 'NotFoundError') throw error;
            });
        }
        await waitUntilGone({ client, name, project, patience, signal });
      }
      if (!namespace) return found ? 'removed' : 'absent';
      const outcome = await namespaces.removeIfEmpty(
        namespace.cluster,
        namespace.name,
        signal,
      );
      if (outcome === 'in use') {
        logger.info(
          `Namespace ${namespace.name} stays: something else is in it by now`,
        );
      }
      return found || outcome === 'removed' ? 'removed' : 'absent';
    },
  };
}

/** Argo CD deletes in the background, for the finalizer's sake. */
export async function waitUntilGone(options: {
  client: ArgocdClient;
  name: string;
  project: string;
  patience: RemovalPatience;
  signal: AbortSignal;
}): Promise<void> {
  const { client, name, project, patience, signal } = options;
  const { pollMs, goneMs } = patience;
  const deadline = Date.now() + goneMs;
  for (;;) {
    const found = await client.find(name, { project, signal });
    if (!found) return;
    if (Date.now() > deadline) {
      throw new ServiceUnavailableError(
        `Application ${name} is still being deleted after ${
          goneMs / 60_000
        } minutes; see what holds it: ${client.pageUrl(found)}`,
      );
    }
    await pause(pollMs, undefined, { signal });
  }
}
