import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { setTimeout as pause } from 'node:timers/promises';

const TRIES = 4;
const TIMEOUT_MS = 30_000;

/**
 * What the catalog finds in a file, without registering it. Asked again while it can't be read: GitHub
 * may take a moment to serve a file that was just pushed.
 *
 * @param options.pauseMs pause before the second try, doubled for each further one
 * @throws InputError with the catalog's reason, ServiceUnavailableError where it does not answer
 */
export async function readLocation(options: {
  catalog: CatalogService;
  target: string;
  credentials: BackstageCredentials;
  logger: LoggerService;
  signal?: AbortSignal;
  pauseMs: number;
}): Promise<Entity[]> {
  const { catalog, target, credentials, logger, signal, pauseMs } = options;
  for (let attempt = 1; ; attempt++) {
    try {
      const reading = catalog.addLocation(
        { type: 'url', target, dryRun: true },
        { credentials },
      );
      const { entities } = await inTime(reading, target, signal);
      return entities;
    } catch (error) {
      signal?.throwIfAborted();
      const reason = reasonOf(error as Error);
      if (!isRepeatable(error as Error) || attempt === TRIES) {
        throw new InputError(
          `The catalog could not read ${target}: ${reason}`,
          error as Error,
        );
      }
      const delayMs = pauseMs * 2 ** (attempt - 1);
      logger.warn(
        `The catalog could not read ${target} (${reason}); asked again after ${
          delayMs / 1000
        } s`,
      );
      await pause(delayMs, undefined, { signal });
    }
  }
}

/** The catalog's client has no timeout of its own. */
async function inTime<T>(
  work: Promise<T>,
  target: string,
  signal?: AbortSignal,
): Promise<T> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const end = signal ? AbortSignal.any([signal, timeout]) : timeout;
  return Promise.race([
    work,
    new Promise<never>((_, reject) => {
      end.addEventListener('abort', () =>
        reject(
          signal?.aborted
            ? signal.reason
            : new ServiceUnavailableError(
                `no answer about ${target} within ${TIMEOUT_MS / 1000} s`,
              ),
        ),
      );
    }),
  ]);
}

/** The catalog answers 400 whatever kept it from reading a file. */
function isRepeatable(error: Error): boolean {
  const { cause } = error as Error & { cause?: Error };
  const name = cause?.name ?? error.name;
  return !['NotAllowedError', 'AuthenticationError'].includes(name);
}

/** What the catalog says itself, behind "Request failed with 400 Bad Request". */
function reasonOf(error: Error): string {
  const { cause } = error as Error & { cause?: Error };
  return cause?.message ?? error.message;
}
