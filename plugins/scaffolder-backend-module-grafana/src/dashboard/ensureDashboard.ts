import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Dashboard, GrafanaClient } from '@portico/plugin-grafana-node';
import { orUndefined } from '../orUndefined';
import { differences, summarize } from './differences';
import {
  belongsTo,
  describeOwner,
  keepMark,
  madeByTask,
} from './ownershipMark';
import type { Owner } from './ownershipMark';

interface Wanted {
  client: GrafanaClient;
  uid: string;
  /** With its mark. */
  spec: JsonObject & { title: string };
  owner: Owner;
  signal?: AbortSignal;
}

/**
 * Looks what there is before anything is made.
 *
 * @param folderUid where it would be made; undefined where that is not there yet
 * @returns the dashboard that the entity has already
 * @throws ConflictError where the uid, or the title in that folder, is somebody else's
 */
export async function findOwn(
  { client, uid, spec, owner, signal }: Wanted,
  folderUid: string | undefined,
): Promise<Dashboard | undefined> {
  const found = await orUndefined(client.dashboard(uid, { signal }));
  if (found) refuseForeign(client, found, owner);
  if (found || !folderUid) return found;
  const { title } = spec;
  const hits = await client.search(
    { query: title, folderUids: [folderUid] },
    { signal },
  );
  const same = hits.find(hit => hit.title === title && hit.uid !== uid);
  if (same) {
    throw new ConflictError(
      `A dashboard '${title}' exists in the folder '${
        same.folderTitle ?? folderUid
      }' of Grafana '${
        client.instance.name
      }', and is another one. Nothing was made. Choose another title or folder, or rename that one: ${client.pageUrl(
        same.url,
      )}`,
    );
  }
  return undefined;
}

/** @throws ConflictError where it is not the owner's, or can't be changed */
export function refuseForeign(
  client: GrafanaClient,
  { schema, spec, meta }: Dashboard,
  owner: Owner,
): void {
  const what = `The dashboard '${spec.title}' (uid ${meta.uid}) in Grafana '${client.instance.name}'`;
  const where = client.pageUrl(meta.url);
  if (meta.provisioned) {
    throw new ConflictError(
      `${what} is kept in files and can't be changed here. ${where}`,
    );
  }
  // One that was saved with the v2 schema has no room for the mark.
  if (schema === 'classic' && !belongsTo(spec, owner)) {
    throw new ConflictError(
      `${what} has the uid of the one of ${
        owner.entityRef
      }, but ${describeOwner(spec)}. Nothing was changed. ${where}`,
    );
  }
}

/** Makes the dashboard in the folder, or brings the one that is there to what is wanted, where it is. */
export async function ensureDashboard(
  wanted: Wanted,
  options: {
    found: Dashboard | undefined;
    folderUid: string;
    logger: LoggerService;
  },
): Promise<{ created: boolean; url: string }> {
  const { client, uid, spec, owner } = wanted;
  const { found, folderUid, logger } = options;
  const { title } = spec;
  if (!found) {
    const url = await save(wanted, spec, folderUid);
    logger.info(`Dashboard ${title}: not there, made (uid ${uid})`);
    return { created: true, url };
  }
  const created = madeByTask(found.spec, owner);
  const url = client.pageUrl(found.meta.url);
  const whose = created ? 'of this task' : `of ${owner.entityRef}`;
  if (found.schema === 'v2') {
    logger.info(
      `Dashboard ${title}: already there (${whose}), and somebody has made another of it with the new schema; left as it is`,
    );
    return { created, url };
  }
  const paths = differences(spec, found.spec);
  if (paths.length === 0) {
    logger.info(`Dashboard ${title}: already there (${whose}), as wanted`);
    return { created, url };
  }
  const changed = {
    ...found.spec,
    ...keepMark(found.spec, spec),
    version: found.meta.version,
  };
  await save(wanted, changed, found.meta.folderUid);
  logger.info(
    `Dashboard ${title}: already there (${whose}), changed ${summarize(paths)}`,
  );
  return { created, url };
}

/** Saves it. Where Grafana says that another was faster, that may have been the same request, whose answer got lost. */
async function save(
  { client, uid, spec, owner, signal }: Wanted,
  dashboard: JsonObject,
  folderUid: string | undefined,
): Promise<string> {
  const message = `Portico, for ${owner.entityRef} (task ${owner.taskId})`;
  try {
    const saved = await client.content.saveDashboard(
      { dashboard: { ...dashboard, uid }, folderUid, message },
      { signal },
    );
    return client.pageUrl(saved.url);
  } catch (error) {
    if ((error as Error).name !== 'ConflictError') throw error;
    const now = await orUndefined(client.dashboard(uid, { signal }));
    const isOurs = now && belongsTo(now.spec, owner);
    if (!isOurs || differences(spec, now.spec).length > 0) throw error;
    return client.pageUrl(now.meta.url);
  }
}
