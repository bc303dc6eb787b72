import { createPublishGithubPullRequestAction } from '@backstage/plugin-scaffolder-backend-module-github';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { createRepoClient } from '../client/createRepoClient';
import { withGuard } from '../guard/withGuard';
import { branchThing, pullRequestThing } from '../removal/removals';
import {
  findPullRequest,
  isMarked,
  withMark,
} from '../repository/pullRequests';
import { readBranch } from '../repository/readBranch';
import type { ActionOptions } from './ActionOptions';

type Upstream = ReturnType<typeof createPublishGithubPullRequestAction>;
type Input = Parameters<Upstream['handler']>[0]['input'];
type Output = {
  targetBranchName: string;
  remoteUrl: string;
  pullRequestNumber: number;
};

/**
 * Upstream's `publish:github:pull-request`, made repeatable: the pull request carries the mark of
 * its task, which finds it again after a restart and closes it, with its branch, if it fails.
 */
export function createPullRequestOnceAction(
  options: ActionOptions,
): TemplateAction<Input, Output> {
  const { guard, ledger, ...access } = options;
  const upstream = createPublishGithubPullRequestAction(
    options,
  ) as unknown as TemplateAction<Input, Output>;
  return withGuard<Input, Output>(
    {
      ...upstream,
      async handler(ctx) {
        const { input, logger, signal, task } = ctx;
        if (ctx.isDryRun) {
          await upstream.handler(ctx);
          return;
        }
        const { repoUrl, branchName: branch, token } = input;
        const client = await createRepoClient({
          ...access,
          repoUrl,
          token,
          logger,
          signal,
        });
        const { slug } = client;
        const findOwn = async () => {
          const found = await findPullRequest(client, branch);
          return found && isMarked(found, task.id) ? found : undefined;
        };
        const { wasThere } = await ctx.checkpoint({
          key: `github.branch.${slug}.${branch}`,
          fn: async () => ({
            wasThere: Boolean(await readBranch(client, branch)),
          }),
        });
        const open = async () => {
          const found = await findOwn();
          if (found) {
            logger.info(
              `Pull request #${found.number} found, not opened a second time`,
            );
            ctx.output('targetBranchName', found.base.ref);
            ctx.output('remoteUrl', found.html_url);
            ctx.output('pullRequestNumber', found.number);
            return { created: true, url: found.html_url };
          }
          const isLeftOver =
            !wasThere && Boolean(await readBranch(client, branch));
          await upstream.handler({
            ...ctx,
            input: {
              ...input,
              description: withMark(task.id, input.description),
              // A branch of this task, from before a restart, is written over.
              ...(isLeftOver ? { update: true } : {}),
            },
          });
          const made = await findOwn();
          return { created: Boolean(made), url: made?.html_url };
        };
        const make = () =>
          ledger.ensure(ctx, pullRequestThing(slug, { repoUrl, branch }), open);
        if (wasThere) {
          const { remover, command, ...thing } = branchThing(slug, {
            repoUrl,
            branch,
          });
          await ledger.note(ctx, 'kept', { ...thing, ifItFails: 'left alone' });
          await make();
        } else {
          await ledger.ensure(ctx, branchThing(slug, { repoUrl, branch }), () =>
            make().then(() => ({ created: true })),
          );
        }
      },
    },
    guard,
  );
}
