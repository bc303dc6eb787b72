import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  FolderPermission,
  GrafanaClient,
} from '@portico/plugin-grafana-node';

const VIEW = 1;
const EDIT = 2;

/**
 * Lets everyone view what is in a folder of Portico's, and its team edit it. Where Grafana has no such team, or the
 * token may not see teams, editors edit as everywhere, and the log says so.
 */
export async function shareFolder(options: {
  client: GrafanaClient;
  uid: string;
  team?: string;
  logger: LoggerService;
  signal?: AbortSignal;
}): Promise<void> {
  const { client, uid, team: name, logger, signal } = options;
  if (!name) return;
  const call = { signal };
  const team = await client.content.team(name, call).catch((error: Error) => {
    if (error.name !== 'GrafanaCredentialError') throw error;
    logger.warn(`The folder stays open to all editors: ${error.message}`);
    return null;
  });
  if (team === null) return;
  if (team === undefined) {
    logger.warn(
      `The folder stays open to all editors: Grafana '${client.instance.name}' has no team '${name}'`,
    );
    return;
  }
  const found = await client.content.folderPermissions(uid, call);
  const wanted: FolderPermission[] = [
    { role: 'Viewer', permission: VIEW },
    { role: 'Editor', permission: VIEW },
    { teamId: team.id, permission: EDIT },
    // Whoever made it, i.e. Portico, has to stay able to change it.
    ...found
      .filter(({ userId, inherited }) => userId && !inherited)
      .map(({ userId, permission }) => ({ userId, permission })),
  ];
  await client.content.setFolderPermissions(uid, wanted, call);
  logger.info(`Everyone may view the folder, and ${name} may edit it`);
}
