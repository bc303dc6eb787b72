import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import type { ArgocdClient } from '@portico/plugin-argocd-node';
import { flowLog } from '@portico/plugin-flows-common';
import { setTimeout as pause } from 'node:timers/promises';

/** How long the removal of an application that deployed nothing may take. */
const REMOVAL_MS = 30_000;

/**
 * Removes an application that deployed nothing, because its source holds nothing. One that has
 * deployed something stays. A removal that fails is a warning: the reason for it is the error that counts.
 */
export async function removeIfEmpty(options: {
  client: ArgocdClient;
  name: string;
  /** Pause between two looks whether it is gone. */
  pollMs: number;
  logger: LoggerService;
}): Promise<void> {
  const { client, name, pollMs, logger } = options;
  try {
    const found = await client.find(name);
    if (!found || found.status?.resources?.length) return;
    await client.delete(name);
    await waitUntilGone(client, name, pollMs);
    logger.info(
      flowLog.ledger({
        outcome: 'removed',
        kind: 'Argo CD application',
        name,
        ifItFails: 'nothing stays',
      }),
    );
  } catch (error) {
    logger.warn(
      `Application ${name} could not be removed again: ${
        (error as Error).message
      }`,
    );
  }
}

/** Argo CD deletes in the background, for the finalizer's sake. */
async function waitUntilGone(
  client: ArgocdClient,
  name: string,
  pollMs: number,
): Promise<void> {
  const deadline = Date.now() + REMOVAL_MS;
  while (await client.find(name)) {
    if (Date.now() > deadline) {
      throw new ServiceUnavailableError(
        `it is still being deleted after ${REMOVAL_MS / 1000} s`,
      );
    }
    await pause(pollMs);
  }
}
