import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ApplyRequest } from '../TerraformExecutor';
import type { HcpClient } from './HcpClient';
import type { ConfigurationVersionAttributes, Document } from './jsonApi';
import { packDirectory } from './packDirectory';
import { findRun, queueRun, taskMarker } from './queueRun';

/** What a run's message starts with: by it, a task that goes on after a crash finds its run. */
export function runMarker({
  workspace,
  taskId,
  stepId,
}: Pick<ApplyRequest, 'workspace' | 'taskId' | 'stepId'>): string {
  return `${taskMarker(taskId)}step ${stepId}: ${workspace}`;
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
}): Promise<{ id: string }> {
  const { client, request, workspaceId, logger } = options;
  const message = runMarker(request);
  const found = await findRun(client, workspaceId, message);
  if (found) {
    logger.info(
      `Task taken up again; run ${found.id} found, not created a second time`,
    );
    return { id: found.id };
  }
  const { archive, files } = await packDirectory(request.directory);
  const run = await queueRun({
    client,
    workspaceId,
    configurationVersionId: await upload({ ...options, archive }),
    attributes: {
      message,
      'auto-apply': false,
      'plan-only': request.planOnly,
    },
  });
  logger.info(
    `Uploaded ${files} files, ${Math.max(
      1,
      Math.round(archive.length / 1000),
    )} kB; run ${run.id} queued`,
  );
  return { id: run.id };
}

async function upload(options: {
  client: HcpClient;
  workspaceId: string;
  archive: Buffer;
  pollMs: number;
}): Promise<string> {
  const { client, workspaceId, archive, pollMs } = options;
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
    await sleep(pollMs, undefined, { signal: client.signal });
  }
}
