import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { githubWritePermission } from '@portico/plugin-flows-common';
import { guardedStep, type StepGuard } from '@portico/plugin-flows-node';

/**
 * The same action, which checks before it runs that whoever started the task may change things on
 * GitHub, and leaves an audit event. Upstream's actions do neither.
 */
export function withGuard<I extends JsonObject, O extends JsonObject>(
  action: TemplateAction<I, O>,
  guard: StepGuard,
): TemplateAction<I, O> {
  return {
    ...action,
    handler: ctx =>
      guardedStep({
        guard,
        ctx,
        permission: githubWritePermission,
        eventId: toKebabCase(action.id),
        target: { name: describeTarget(ctx.input.repoUrl) },
        work: async () => action.handler(ctx),
      }),
  };
}

/** `github:deployKey:create` → `github-deploy-key-create`. */
function toKebabCase(id: string): string {
  return id
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replaceAll(':', '-')
    .toLocaleLowerCase('en-US');
}

/** `github.com?owner=mini-org&repo=orders` → `mini-org/orders on github.com`. */
export function describeTarget(repoUrl: unknown): string {
  if (typeof repoUrl !== 'string') return 'a repository on GitHub';
  const [host, query] = repoUrl.split('?');
  const parameters = new URLSearchParams(query);
  return `${parameters.get('owner')}/${parameters.get('repo')} on ${host}`;
}
