import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import type { Application, ArgocdClient } from '@portico/plugin-argocd-node';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until Argo CD compares with the commit, so that "Synced" speaks of it and not of the one before.
 * It asks git anew with each look; without that, Argo CD looks every three minutes.
 *
 * @throws ServiceUnavailableError if it has not seen it in time
 */
export async function waitForRevision(options: {
  client: ArgocdClient;
  name: string;
  revision: string;
  timeoutMs: number;
  pollMs: number;
  logger: LoggerService;
  signal?: AbortSignal;
}): Promise<Application> {
  const { client, name, revision, timeoutMs, pollMs, logger, signal } = options;
  const deadline = Date.now() + timeoutMs;
  const before = await client.get(name, { signal });
  const isAsked = ({ status }: Application) =>
    [
      status?.sync?.revision,
      ...(status?.sync?.revisions ?? []),
      ...(status?.history ?? []).map(one => one.revision),
    ].includes(revision);
  const seen = before.status?.sync?.revision;
  for (;;) {
    const application = await client.get(name, { refresh: 'hard', signal });
    if (isAsked(application)) return application;
    const now = application.status?.sync?.revision;
    if (now && now !== seen) {
      logger.info(
        `${name} is at ${now.slice(0, 7)}, which came after ${revision.slice(
          0,
          7,
        )}`,
      );
      return application;
    }
    if (Date.now() > deadline) {
      throw new ServiceUnavailableError(
        `Argo CD has not seen commit ${revision.slice(
          0,
          7,
        )} of application '${name}' within ${
          timeoutMs / 60_000
        } minutes. Is it on the branch that the application points at? ${client.pageUrl(
          application,
        )}`,
      );
    }
    await sleep(pollMs, undefined, { signal });
  }
}
