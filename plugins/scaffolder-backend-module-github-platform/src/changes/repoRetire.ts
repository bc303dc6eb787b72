import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { githubWritePermission } from '@portico/plugin-flows-common';
import { guardedStep } from '@portico/plugin-flows-node';
import type { ActionOptions } from '../actions/ActionOptions';
import { createRepoClient } from '../client/createRepoClient';
import { orUndefined } from '../client/githubError';
import { readTarget } from '../guard/withGuard';
import { findRepository } from '../repository/ensureRepository';
import { repoRetireExamples } from './changes.examples';
import { repositoryInput } from './changes.input';

/** `github:repo:retire`: makes a repository read-only, or deletes it. */
export function createRepoRetireAction(options: ActionOptions) {
  const { guard, ledger, ...access } = options;
  return createTemplateAction({
    id: 'github:repo:retire',
    description:
      'Archives a repository (read-only, can be undone) or deletes it. What is archived or gone already is left so.',
    examples: repoRetireExamples,
    supportsDryRun: true,
    schema: {
      input: {
        ...repositoryInput,
        how: z => z.enum(['archive', 'delete']),
      },
      output: {
        changed: z => z.boolean().describe('Whether this step did it'),
        url: z =>
          z.string().describe('Its page, where it is still there').optional(),
      },
    },
    async handler(ctx) {
      const { input, logger, signal } = ctx;
      const { repoUrl, how } = input;
      await guardedStep({
        guard,
        ctx,
        permission: githubWritePermission,
        eventId: 'github-repo-retire',
        target: { ...readTarget(input), how },
        work: async () => {
          const client = await createRepoClient({
            ...access,
            repoUrl,
            logger,
            signal,
          });
          const { octokit, owner, repo, slug } = client;
          const found = await findRepository(client);
          const url = found?.html_url;
          const isDone = !found || (how === 'archive' && found.archived);
          if (isDone || ctx.isDryRun) {
            logger.info(
              isDone
                ? `${slug} is ${found ? 'archived' : 'gone'} already`
                : `Dry run: would ${how} ${slug}`,
            );
            ctx.output('changed', false);
            if (url) ctx.output('url', url);
            return;
          }
          const thing = { kind: 'Repository', name: slug };
          if (how === 'archive') {
            await octokit.rest.repos.update({ owner, repo, archived: true });
            await ledger.note(ctx, 'changed', {
              ...thing,
              url,
              ifItFails: 'stays archived; an admin can undo it in its settings',
            });
            logger.info(`${slug} archived`);
            ctx.output('url', url!);
          } else {
            await orUndefined(octokit.rest.repos.delete({ owner, repo }));
            await ledger.note(ctx, 'removed', {
              ...thing,
              ifItFails: 'cannot come back',
            });
            logger.info(`${slug} deleted`);
          }
          ctx.output('changed', true);
        },
      });
    },
  });
}
