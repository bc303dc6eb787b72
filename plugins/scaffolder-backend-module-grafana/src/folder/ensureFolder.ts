import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { Folder, GrafanaClient } from '@portico/plugin-grafana-node';
import type { FlowLedger } from '@portico/plugin-flows-node';
import { folderUid, type FolderInput } from './findFolder';
import { folderRemoval } from './folderRemover';
import { shareFolder } from './shareFolder';

const KIND = 'Grafana folder';

/**
 * Makes the folder where there is none, and shares it. One that was there before this task stays as it is.
 *
 * @param options.found what there is of it
 */
export async function ensureFolder(options: {
  ctx: Pick<
    ActionContext<JsonObject>,
    'task' | 'step' | 'isDryRun' | 'logger' | 'signal'
  >;
  client: GrafanaClient;
  input: FolderInput;
  found: Folder | undefined;
  ledger: FlowLedger;
}): Promise<Folder> {
  const { ctx, client, input, found, ledger } = options;
  const { logger, signal } = ctx;
  const { title } = found ?? input;
  const begun = (await ledger.list(ctx.task.id)).some(
    ({ kind, name, outcome }) =>
      kind === KIND && name === title && ['making', 'made'].includes(outcome),
  );
  if (found && !begun) {
    logger.info(`Folder ${title}: already there, left as it is`);
    const thing = { kind: KIND, name: title, ifItFails: 'left alone' };
    const url = urlOf(client, found);
    await ledger.note(ctx, 'kept', { ...thing, url });
    return found;
  }
  const uid = found?.uid ?? folderUid(input);
  let folder = found;
  await ledger.ensure(
    ctx,
    {
      kind: KIND,
      name: title,
      ifItFails: 'deleted if nothing else is in it',
      remover: folderRemoval({ instance: client.instance.name, uid }),
    },
    async () => {
      folder ??= await createFolder(client, { title, uid }, signal);
      logger.info(`Folder ${title}: ${found ? 'of this task' : 'made'}`);
      await shareFolder({ client, uid, team: input.team, logger, signal });
      return { created: true, url: urlOf(client, folder) };
    },
  );
  return folder!;
}

/** Makes it. One that is there by now may be of the same request, whose answer got lost. */
async function createFolder(
  client: GrafanaClient,
  folder: { title: string; uid: string },
  signal: AbortSignal | undefined,
): Promise<Folder> {
  try {
    return await client.content.createFolder(folder, { signal });
  } catch (error) {
    if ((error as Error).name !== 'ConflictError') throw error;
    return client.folder(folder.uid, { signal });
  }
}

/** Its page for people. */
export function urlOf(client: GrafanaClient, { uid, url }: Folder): string {
  return client.pageUrl(url ?? `/dashboards/f/${encodeURIComponent(uid)}`);
}
