import {
  getEntitySourceLocation,
  parseEntityRef,
  RELATION_API_CONSUMED_BY,
  RELATION_DEPENDENCY_OF,
  RELATION_OWNED_BY,
  RELATION_PROVIDES_API,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { AuthService } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { checkRemovalExamples } from './removal.examples';

/** `portico:check-removal`: checks that a service is really meant, and says who would miss it. */
export function createCheckRemovalAction(options: {
  auth: AuthService;
  catalog: CatalogService;
}) {
  const { auth, catalog } = options;
  return createTemplateAction({
    id: 'portico:check-removal',
    description:
      'Checks the name that somebody typed to confirm a removal, and says for the approval what is removed and who depends on it. Changes nothing.',
    examples: checkRemovalExamples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z => z.string().describe('What is to be removed'),
        confirmation: z =>
          z.string().describe('Its name, as somebody typed it'),
        how: z =>
          z
            .enum(['archive', 'delete'])
            .describe('What becomes of its repository'),
      },
      output: {
        name: z => z.string(),
        owner: z => z.string().describe('Group that owns it'),
        dependents: z =>
          z.array(z.string()).describe('Entities that depend on it'),
        repositorySlug: z => z.string().describe('e.g. mini-org/orders'),
        change: z =>
          z.record(z.any()).describe("What approval:request takes as 'change'"),
      },
    },
    async handler(ctx) {
      const { entityRef, confirmation, how } = ctx.input;
      const credentials = await auth.getOwnServiceCredentials();
      const entity = await catalog.getEntityByRef(entityRef, { credentials });
      if (!entity) {
        throw new NotFoundError(
          `${entityRef} is not in the catalog, so there is nothing to remove.`,
        );
      }
      const { name, annotations = {} } = entity.metadata;
      if (confirmation.trim() !== name) {
        throw new InputError(
          `'${confirmation}' is not the name of ${stringifyEntityRef(
            entity,
          )}. Nothing was removed. Type ${name} to confirm.`,
        );
      }
      const slug = annotations['github.com/project-slug'];
      if (!slug) {
        throw new InputError(
          `${entityRef} lacks the annotation github.com/project-slug, so its repository is not known (its source is ${
            getEntitySourceLocation(entity).target
          }). Add it, and start again.`,
        );
      }
      const apis = related(entity, RELATION_PROVIDES_API);
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs: apis },
        { credentials },
      );
      const dependents = [
        ...related(entity, RELATION_DEPENDENCY_OF),
        ...items.flatMap(api =>
          api ? related(api, RELATION_API_CONSUMED_BY) : [],
        ),
      ].filter(ref => ref !== stringifyEntityRef(entity));
      const unique = [...new Set(dependents)].sort();
      ctx.output('name', name);
      ctx.output('owner', related(entity, RELATION_OWNED_BY)[0] ?? '');
      ctx.output('dependents', unique);
      ctx.output('repositorySlug', slug);
      ctx.output('change', describe({ name, slug, how, dependents: unique }));
      ctx.logger.info(
        unique.length > 0
          ? `${name} would be missed by ${unique.join(', ')}`
          : `Nothing in the catalog depends on ${name}`,
      );
    },
  });
}

function related(entity: Entity, type: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => targetRef);
}

function describe(options: {
  name: string;
  slug: string;
  how: 'archive' | 'delete';
  dependents: string[];
}): JsonObject {
  const { name, slug, how, dependents } = options;
  const names = dependents.map(ref => parseEntityRef(ref).name);
  return {
    kind: 'removal',
    where: { environment: 'production' },
    effects: [
      {
        severity: 'bad',
        text: `${name} stops in all environments, and its cloud resources are destroyed with the data in them`,
      },
      ...(names.length > 0
        ? [{ severity: 'bad', text: `it is needed by ${names.join(', ')}` }]
        : []),
      how === 'delete'
        ? { severity: 'bad', text: `the repository ${slug} is deleted` }
        : {
            severity: 'info',
            text: `the repository ${slug} becomes read-only; that can be undone`,
          },
    ],
  };
}
