import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { githubWritePermission } from '@portico/plugin-flows-common';
import {
  guardedStep,
  type StepGuard,
  type StepTarget,
} from '@portico/plugin-flows-node';
import { slugOf } from '../ledger/withLedger';

/** Inputs of our own, which say whose the repository is. */
const OWNERSHIP = {
  entityRef: {
    type: 'string',
    description:
      'Entity that the repository belongs to, e.g. component:default/orders: only its owners may change it',
  },
  owner: {
    type: 'string',
    description:
      'Group that will own the entity, e.g. group:default/commerce; needed where the catalog does not have it yet',
  },
} as const;

/** What a step on GitHub changes, and whose that is, from its input. */
export function readTarget(input: JsonObject): StepTarget {
  const { repoUrl } = input;
  if (typeof repoUrl !== 'string') return { name: 'a repository on GitHub' };
  const repository = slugOf(repoUrl);
  const text = (value: unknown) =>
    typeof value === 'string' && value ? value : undefined;
  const entityRef = text(input.entityRef);
  const owner = text(input.owner);
  return {
    name: `${repository} on ${repoUrl.split('?')[0]}`,
    repository,
    ...(entityRef ? { entityRef } : {}),
    ...(owner ? { owner } : {}),
  };
}

/**
 * The same action, which checks before it runs that whoever started the task may change things on
 * GitHub, and this repository, and leaves an audit event. Upstream's actions do neither.
 */
export function withGuard<I extends JsonObject, O extends JsonObject>(
  action: TemplateAction<I, O>,
  guard: StepGuard,
): TemplateAction<I, O> {
  const { input: schema } = action.schema ?? {};
  return {
    ...action,
    schema: action.schema && {
      ...action.schema,
      input: schema && {
        ...schema,
        properties: { ...schema.properties, ...OWNERSHIP },
      },
    },
    handler: ctx => {
      const { entityRef, owner, ...input } = ctx.input;
      return guardedStep({
        guard,
        ctx,
        permission: githubWritePermission,
        eventId: toKebabCase(action.id),
        target: readTarget(ctx.input),
        work: async () =>
          action.handler({ ...ctx, input: input as unknown as I }),
      });
    },
  };
}

/** `github:deployKey:create` → `github-deploy-key-create`. */
function toKebabCase(id: string): string {
  return id
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replaceAll(':', '-')
    .toLocaleLowerCase('en-US');
}
