import type {
  GrafanaClient,
  GrafanaInstances,
} from '@portico/plugin-grafana-node';
import type { LedgerThing, Remover } from '@portico/plugin-flows-node';
import { orUndefined } from '../orUndefined';

const ID = 'grafana:folder';

type FolderRemoval = { instance: string; uid: string };

/** Names the remover for the ledger. */
export function folderRemoval(params: FolderRemoval): LedgerThing['remover'] {
  return { id: ID, params };
}

/** `grafana:folder`: deletes a folder that the task made, if nothing is in it by then. */
export function createFolderRemover(instances: GrafanaInstances): Remover {
  return {
    id: ID,
    async remove({ name, params }, { logger, signal }) {
      const { instance, uid } = params as FolderRemoval;
      const client = instances.client(instance);
      const found = await orUndefined(client.folder(uid, { signal }));
      if (!found) return 'absent';
      const removed =
        !(await isUsed(client, uid, signal)) &&
        (await deleteEmpty(client, uid, signal));
      if (removed) return 'removed';
      logger.info(`Folder ${name} stays: something is in it by now`);
      return 'foreign';
    },
  };
}

/** Grafana's index may still know what was deleted a moment ago. */
async function isUsed(
  client: GrafanaClient,
  uid: string,
  signal: AbortSignal,
): Promise<boolean> {
  const call = { signal };
  if ((await client.folders({ parentUid: uid }, call)).length > 0) return true;
  const hits = await client.search({ folderUids: [uid] }, call);
  for (const hit of hits) {
    if (await orUndefined(client.dashboard(hit.uid, call))) return true;
  }
  return false;
}

/** Alert rules and library panels are in nobody's search: Grafana refuses by itself. */
async function deleteEmpty(
  client: GrafanaClient,
  uid: string,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await orUndefined(client.content.deleteFolder(uid, { signal }));
    return true;
  } catch (error) {
    if ((error as Error).name === 'InputError') return false;
    throw error;
  }
}
