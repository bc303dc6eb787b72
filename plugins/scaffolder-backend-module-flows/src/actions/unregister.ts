import { ServiceUnavailableError } from '@backstage/errors';
import { ANNOTATION_ORIGIN_LOCATION } from '@backstage/catalog-model';
import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { FlowLedger } from '@portico/plugin-flows-node';
import { setTimeout as pause } from 'node:timers/promises';
import { findLocation } from '../registration/catalogLocations';
import { unregisterExamples } from './removal.examples';

/** How long the catalog may take to let an entity go. */
const GONE_MS = 60_000;

/**
 * `catalog:unregister`: takes an entity out of the catalog, with the registration that it came from. The
 * catalog itself checks whether whoever started the task may delete it.
 */
export function createUnregisterAction(options: {
  auth: AuthService;
  catalog: CatalogService;
  ledger: FlowLedger;
  pollMs?: number;
}) {
  const { auth, catalog, ledger, pollMs = 1_000 } = options;
  return createTemplateAction({
    id: 'catalog:unregister',
    description:
      'Removes an entity, and the registration that it came from, from the catalog. Where it is gone already, there is nothing to do.',
    examples: unregisterExamples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z => z.string().describe('e.g. component:default/orders'),
      },
      output: {
        removed: z => z.boolean().describe('False: it was gone before'),
      },
    },
    async handler(ctx) {
      const { logger, signal, input } = ctx;
      const { entityRef } = input;
      const own = await auth.getOwnServiceCredentials();
      const find = () =>
        catalog.getEntityByRef(entityRef, { credentials: own });
      const entity = await find();
      if (!entity || ctx.isDryRun) {
        logger.info(
          entity
            ? `Dry run: ${entityRef} would be unregistered`
            : `${entityRef} is not in the catalog any more`,
        );
        ctx.output('removed', false);
        return;
      }
      const credentials = await ctx.getInitiatorCredentials();
      await catalog.removeEntityByUid(entity.metadata.uid!, { credentials });
      // Whoever may delete the entity may end the registration that would bring it back.
      const origin =
        entity.metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION] ?? '';
      const location = await findLocation(
        catalog,
        origin.replace(/^url:/, ''),
        own,
      );
      if (location) {
        await catalog.removeLocationById(location.id, { credentials: own });
      }
      const deadline = Date.now() + GONE_MS;
      while (await find()) {
        if (Date.now() > deadline) {
          throw new ServiceUnavailableError(
            `${entityRef} came back into the catalog: something still brings it in (${origin}). Is its repository still there, and not archived?`,
          );
        }
        await pause(pollMs, undefined, { signal });
      }
      await ledger.note(ctx, 'removed', {
        kind: 'Catalog entry',
        name: entityRef,
        ifItFails: 'comes back if it is registered again',
      });
      logger.info(`${entityRef} is out of the catalog`);
      ctx.output('removed', true);
    },
  });
}
