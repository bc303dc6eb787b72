import type { AuthService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { LedgerThing, Remover } from '@portico/plugin-flows-node';
import { setTimeout as pause } from 'node:timers/promises';
import { findLocation } from './catalogLocations';

const ID = 'catalog:location';
const GONE_MS = 30_000;

/** How the remover finds a registration again. Only what was not registered before the task has one. */
export function locationRemoval(target: string): LedgerThing['remover'] {
  return { id: ID, params: { target } };
}

/** `catalog:location`: unregisters what a task registered, and waits until the catalog has let go of it. */
export function createLocationRemover(options: {
  catalog: CatalogService;
  auth: AuthService;
  pollMs?: number;
}): Remover {
  const { catalog, auth, pollMs = 500 } = options;
  return {
    id: ID,
    async remove(row, { signal }) {
      const target = String(row.params?.target);
      const credentials = await auth.getOwnServiceCredentials();
      const find = () => findLocation(catalog, target, credentials);
      const found = await find();
      if (!found) return 'absent';
      await catalog
        .removeLocationById(found.id, { credentials })
        .catch((error: Error) => {
          // Somebody was faster, or the answer to a first try was lost.
          if (error.name !== 'NotFoundError') throw error;
        });
      const deadline = Date.now() + GONE_MS;
      while (await find()) {
        if (Date.now() > deadline) {
          throw new ServiceUnavailableError(
            `The catalog still has the location ${target}, ${
              GONE_MS / 1000
            } s after it was unregistered.`,
          );
        }
        await pause(pollMs, undefined, { signal });
      }
      return 'removed';
    },
  };
}
