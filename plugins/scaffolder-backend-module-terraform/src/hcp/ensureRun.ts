import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ApplyRequest } from '../TerraformExecutor';
import type { HcpClient } from './HcpClient';
import { HcpError } from './HcpError';
import type {
  ConfigurationVersionAttributes,
  Document,
  ListDocument,
  Resource,
  RunAttributes,
} from './jsonApi';
import { packDirectory } from './packDirectory';

/** States that a run ends in without having done its work. */
export const FAILED = ['errored', 'discarded', 'canceled', 'force_canceled'];

/** What a run's message starts with: by it, a task that goes on after a crash finds its run. */
export function runMarker({ workspace, taskId, stepId }: ApplyRequest): string {
  return `Portico task ${taskId}, step ${stepId}: ${workspace}`;
}

/**
 * Finds the run that this step has queued, or uploads the configuration and queues one.
 * Runs that failed don't count: a step that is run again starts a new one.
 */
export async function ensureRun(options: {
  client: HcpClient;
  request: ApplyRequest;
  workspaceId: string;
  logger: LoggerService;
  pollMs: number;
  signal: AbortSignal;
}): Promise<{ id: string }> {
  const { client, request, workspaceId, logger } = options;
  const found = await findRun(client, request, workspaceId);
  if (found) {
    logger.info(
      `Task taken up again; run ${found.id} found, not created a second time`,
    );
    return { id: found.id };
  }
  const { archive, files } = await packDirectory(request.directory);
  const version = await upload({ ...options, archive });
  const run = await createRun(options, version);
  logger.info(
    `Uploaded ${files} files, ${Math.max(
      1,
      Math.round(archive.length / 1000),
    )} kB; run ${run.id} queued`,
  );
  return { id: run.id };
}

async function findRun(
  client: HcpClient,
  request: ApplyRequest,
  workspaceId: string,
): Promise<Resource<RunAttributes> | undefined> {
  const { data } = await client.get<ListDocument<RunAttributes>>(
    `/workspaces/${workspaceId}/runs?page%5Bsize%5D=50`,
  );
  return data.find(
    ({ attributes }) =>
      attributes.message === runMarker(request) &&
      !FAILED.includes(attributes.status),
  );
}

async function upload(options: {
  client: HcpClient;
  workspaceId: string;
  archive: Buffer;
  pollMs: number;
  signal: AbortSignal;
}): Promise<string> {
  const { client, workspaceId, archive, pollMs, signal } = options;
  // A second configuration version does no harm: only the one that the run names counts.
  const { data } = await client.post<Document<ConfigurationVersionAttributes>>(
    `/workspaces/${workspaceId}/configuration-versions`,
    {
      data: {
        type: 'configuration-versions',
        attributes: { 'auto-queue-runs': false },
      },
    },
    { repeatable: true },
  );
  await client.upload(data.attributes['upload-url']!, archive);
  for (;;) {
    const { attributes } = (
      await client.get<Document<ConfigurationVersionAttributes>>(
        `/configuration-versions/${data.id}`,
      )
    ).data;
    if (attributes.status === 'uploaded') return data.id;
    if (attributes.status === 'errored') {
      throw new InputError(
        `HCP Terraform could not unpack the configuration: ${
          attributes['error-message'] ?? 'it gives no reason'
        }`,
      );
    }
    await sleep(pollMs, undefined, { signal });
  }
}

async function createRun(
  options: {
    client: HcpClient;
    request: ApplyRequest;
    workspaceId: string;
    pollMs: number;
    signal: AbortSignal;
  },
  configurationVersionId: string,
): Promise<{ id: string }> {
  const { client, request, workspaceId, signal } = options;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { data } = await client.post<Document<RunAttributes>>('/runs', {
        data: {
          type: 'runs',
          attributes: {
            message: runMarker(request),
            'auto-apply': false,
            'plan-only': request.planOnly,
          },
          relationships: {
            workspace: { data: { type: 'workspaces', id: workspaceId } },
            'configuration-version': {
              data: {
                type: 'configuration-versions',
                id: configurationVersionId,
              },
            },
          },
        },
      });
      return data;
    } catch (error) {
      // The answer may be lost though the run was queued.
      if (!(error instanceof HcpError) || !error.isTransient || attempt === 4)
        throw error;
      await sleep(options.pollMs * attempt, undefined, { signal });
      const queued = await findRun(client, request, workspaceId);
      if (queued) return queued;
    }
  }
}
