import { ConflictError } from '@backstage/errors';
import type { Folder, GrafanaClient } from '@portico/plugin-grafana-node';
import { orUndefined } from '../orUndefined';

/** Which folder is meant. */
export interface FolderInput {
  title: string;
  /** Made from the title if absent. */
  uid?: string;
  /** Team in Grafana that may edit what is in it. */
  team?: string;
}

/** The uid that the folder has, or gets. */
export function folderUid({ title, uid }: FolderInput): string {
  return (
    uid ??
    title
      .toLocaleLowerCase('en-US')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40)
  );
}

/**
 * The folder of that uid, or else the one at the top with that title.
 *
 * @throws ConflictError where several have the title
 */
export async function findFolder(
  client: GrafanaClient,
  input: FolderInput,
  signal?: AbortSignal,
): Promise<Folder | undefined> {
  const found = await orUndefined(client.folder(folderUid(input), { signal }));
  if (found) return found;
  const title = input.title.toLocaleLowerCase('en-US');
  const named = (await client.folders({}, { signal })).filter(
    folder => folder.title.toLocaleLowerCase('en-US') === title,
  );
  if (named.length > 1) {
    throw new ConflictError(
      `Grafana '${client.instance.name}' has ${named.length} folders called '${
        input.title
      }' (${named
        .map(({ uid }) => uid)
        .join(
          ', ',
        )}). Give folder.uid, so that it is clear which one is meant.`,
    );
  }
  return named[0];
}
