import type { HcpClient } from './HcpClient';
import type {
  Document,
  ListDocument,
  Resource,
  RunAttributes,
} from './jsonApi';
import { writeOnce } from './writeOnce';

/** States that a run ends in without having done its work. */
export const FAILED = ['errored', 'discarded', 'canceled', 'force_canceled'];

/** States in which nothing more happens to a run. */
export const FINAL = [...FAILED, 'planned_and_finished', 'applied'];

/** What the messages of a task's runs start with: by it, they are found again. */
export function taskMarker(taskId: string): string {
  return `Portico task ${taskId}, `;
}

/** The latest 50 runs of a workspace, newest first. */
export async function listRuns(
  client: HcpClient,
  workspaceId: string,
): Promise<Resource<RunAttributes>[]> {
  const { data } = await client.get<ListDocument<RunAttributes>>(
    `/workspaces/${workspaceId}/runs?page%5Bsize%5D=50`,
  );
  return data;
}

/** The run of that message that has not failed. */
export async function findRun(
  client: HcpClient,
  workspaceId: string,
  message: string,
): Promise<Resource<RunAttributes> | undefined> {
  const runs = await listRuns(client, workspaceId);
  return runs.find(
    ({ attributes }) =>
      attributes.message === message && !FAILED.includes(attributes.status),
  );
}

/** Queues a run, once. */
export async function queueRun(options: {
  client: HcpClient;
  workspaceId: string;
  /** The workspace's latest if absent. */
  configurationVersionId?: string;
  attributes: { message: string; [name: string]: string | boolean };
  /** Whether a run found by its message is the one to queue; any that has not failed if absent. */
  isIt?: (run: Resource<RunAttributes>) => boolean;
}): Promise<{ id: string }> {
  const { client, workspaceId, configurationVersionId, attributes } = options;
  const { isIt = () => true } = options;
  return writeOnce<{ id: string }>({
    client,
    look: async () => {
      const found = await findRun(client, workspaceId, attributes.message);
      return found && isIt(found) ? found : undefined;
    },
    write: async () => {
      const { data } = await client.post<Document<RunAttributes>>('/runs', {
        data: {
          type: 'runs',
          attributes,
          relationships: {
            workspace: { data: { type: 'workspaces', id: workspaceId } },
            ...(configurationVersionId
              ? {
                  'configuration-version': {
                    data: {
                      type: 'configuration-versions',
                      id: configurationVersionId,
                    },
                  },
                }
              : {}),
          },
        },
      });
      return data;
    },
  });
}
