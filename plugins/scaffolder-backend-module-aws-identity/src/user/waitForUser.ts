import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { flowLog } from '@portico/plugin-flows-common';
import { setTimeout as pause } from 'node:timers/promises';
import type { IdentityCenter } from '../client/IdentityCenter';

/** A line of progress at most this often. */
const TELL_EVERY_MS = 5_000;

/**
 * Waits until SCIM has brought the user from the identity provider.
 *
 * @returns the user's id
 * @throws ServiceUnavailableError that says what to look at, when the limit of the config is reached
 */
export async function waitForUser(
  center: IdentityCenter,
  userName: string,
  step: { logger: LoggerService; signal?: AbortSignal },
): Promise<string> {
  const { logger, signal } = step;
  const limit = center.config.scimTimeoutMs;
  const startedAt = Date.now();
  let toldAt = -Infinity;
  for (;;) {
    const userId = await center.store.findUser(userName);
    const elapsed = Date.now() - startedAt;
    if (userId) {
      if (toldAt !== -Infinity) {
        logger.info(
          `SCIM brought ${userName} after ${Math.round(elapsed / 1000)} s`,
        );
      }
      return userId;
    }
    if (elapsed >= limit) {
      throw new ServiceUnavailableError(
        `SCIM has not brought ${userName} to IAM Identity Center within ${
          limit / 60_000
        } minutes. Check in the identity provider that they are assigned to the AWS application and that its provisioning reports no error, then run the step again.`,
      );
    }
    if (elapsed - toldAt >= TELL_EVERY_MS) {
      toldAt = elapsed;
      logger.info(
        flowLog.progress({
          done: Math.round(elapsed / 1000),
          total: Math.round(limit / 1000),
          message: `waiting for SCIM to bring ${userName} (${Math.round(
            elapsed / 1000,
          )} s of at most ${Math.round(limit / 60_000)} min)`,
        }),
      );
    }
    await pause(Math.min(center.pollMs, limit), undefined, { signal }).catch(
      error => {
        signal?.throwIfAborted();
        throw error;
      },
    );
  }
}
