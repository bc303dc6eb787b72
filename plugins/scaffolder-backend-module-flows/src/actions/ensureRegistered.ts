import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { flowLog } from '@portico/plugin-flows-common';
import type { FlowLedger } from '@portico/plugin-flows-node';
import { setTimeout as pause } from 'node:timers/promises';
import { findLocation } from '../registration/catalogLocations';
import { locationRemoval } from '../registration/locationRemover';
import { readLocation } from '../registration/readLocation';
import { examples } from './ensureRegistered.examples';

/** How long the catalog may take to read a new location in. */
const READ_MS = 60_000;

/**
 * `catalog:ensure-registered`: registers a catalog file, or takes the registration that is there, and
 * waits until its entity can be found.
 */
export function createEnsureRegisteredAction(options: {
  catalog: CatalogService;
  integrations: ScmIntegrationRegistry;
  ledger: FlowLedger;
  pollMs?: number;
}) {
  const { catalog, integrations, ledger, pollMs = 1_000 } = options;
  return createTemplateAction({
    id: 'catalog:ensure-registered',
    description:
      'Registers a catalog file unless it is registered already, and waits until its entity is in the catalog.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        repoContentsUrl: z =>
          z
            .string()
            .describe(
              'Root of a repository, e.g. https://github.com/mini-org/gift-cards/blob/main',
            )
            .optional(),
        catalogInfoPath: z =>
          z
            .string()
            .describe('Path of the file in it; /catalog-info.yaml if absent')
            .optional(),
        catalogInfoUrl: z =>
          z
            .string()
            .describe('URL of the file, instead of the two above')
            .optional(),
      },
      output: {
        created: z => z.boolean().describe('Whether this task registered it'),
        entityRef: z => z.string().describe('e.g. component:default/orders'),
        catalogInfoUrl: z => z.string(),
      },
    },
    async handler(ctx) {
      const { input, logger, signal } = ctx;
      const target = locate(integrations, input);
      if (ctx.isDryRun) {
        logger.info(`Dry run: ${target} would be registered`);
        ctx.output('created', true);
        ctx.output('catalogInfoUrl', target);
        return;
      }
      const credentials = await ctx.getInitiatorCredentials();
      const find = () => findLocation(catalog, target, credentials);

      // What the file holds is read first: a file that cannot be read is never registered.
      const entities = await readLocation({
        catalog,
        target,
        credentials,
        logger,
        signal,
        pauseMs: pollMs,
      });
      const main =
        entities.find(({ kind }) => kind === 'Component') ?? entities[0];
      if (!main) {
        throw new InputError(`${target} holds no entity to register.`);
      }
      const entityRef = stringifyEntityRef(main);
      const { wasThere } = await ctx.checkpoint({
        key: `portico.location.${target}`,
        fn: async () => ({ wasThere: Boolean(await find()) }),
      });
      const thing = {
        kind: 'Catalog entity',
        name: entityRef,
        url: pageOf(main),
        ifItFails: 'unregistered',
      };
      if (wasThere) {
        await ledger.note(ctx, 'kept', { ...thing, ifItFails: 'left alone' });
        logger.info(`${target} is registered already`);
      } else {
        const register = async () => {
          if (await find()) return { created: true };
          await catalog
            .addLocation({ type: 'url', target }, { credentials })
            .catch(async (error: Error) => {
              // The answer to a try that took effect may have been lost.
              if (!(await find())) throw error;
            });
          return { created: true };
        };
        await ledger.ensure(
          ctx,
          { ...thing, remover: locationRemoval(target) },
          register,
        );
        logger.info(`Registered ${target}`);
      }
      const deadline = Date.now() + READ_MS;
      while (!(await catalog.getEntityByRef(entityRef, { credentials }))) {
        if (Date.now() > deadline) {
          throw new ServiceUnavailableError(
            `${target} is registered, but ${entityRef} was not in the catalog after ${
              READ_MS / 1000
            } s. The catalog's own log says why it could not be processed.`,
          );
        }
        await pause(pollMs, undefined, { signal });
      }
      logger.info(
        flowLog.progress({
          done: 1,
          total: 1,
          message: `${entityRef} is in the catalog`,
        }),
      );
      ctx.output('created', !wasThere);
      ctx.output('entityRef', entityRef);
      ctx.output('catalogInfoUrl', target);
    },
  });
}

function locate(
  integrations: ScmIntegrationRegistry,
  input: {
    repoContentsUrl?: string;
    catalogInfoPath?: string;
    catalogInfoUrl?: string;
  },
): string {
  const { repoContentsUrl, catalogInfoPath = '/catalog-info.yaml' } = input;
  if (input.catalogInfoUrl) return input.catalogInfoUrl;
  if (!repoContentsUrl) {
    throw new InputError('Give repoContentsUrl or catalogInfoUrl.');
  }
  const integration = integrations.byUrl(repoContentsUrl);
  if (!integration) {
    throw new InputError(
      `The host of ${repoContentsUrl} is not under integrations in the portal's configuration.`,
    );
  }
  return integration.resolveUrl({
    base: repoContentsUrl,
    url: catalogInfoPath,
  });
}

function pageOf(entity: {
  kind: string;
  metadata: { name: string; namespace?: string };
}): string {
  const { name, namespace = 'default' } = entity.metadata;
  const kind = entity.kind.toLocaleLowerCase('en-US');
  return `/catalog/${namespace}/${kind}/${name}`;
}
