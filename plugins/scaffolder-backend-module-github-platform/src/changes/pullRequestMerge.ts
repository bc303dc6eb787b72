import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { githubWritePermission } from '@portico/plugin-flows-common';
import { guardedStep } from '@portico/plugin-flows-node';
import type { ActionOptions } from '../actions/ActionOptions';
import { createRepoClient } from '../client/createRepoClient';
import { orUndefined } from '../client/githubError';
import { readTarget } from '../guard/withGuard';
import { branchThing, pullRequestThing } from '../removal/removals';
import { pullRequestMergeExamples } from './changes.examples';
import { repositoryInput } from './changes.input';
import { mergePullRequest } from './mergePullRequest';

const DAY_MINUTES = 24 * 60;

/** `github:pull-request:merge`: merges exactly the commit that was looked at, once GitHub's rules are met. */
export function createPullRequestMergeAction(
  options: ActionOptions & { pollMs?: number },
) {
  const { guard, ledger, pollMs = 5_000, ...access } = options;
  return createTemplateAction({
    id: 'github:pull-request:merge',
    description:
      'Waits for the checks and reviews that a pull request needs, and merges it. Refuses if its head has moved since it was looked at.',
    examples: pullRequestMergeExamples,
    supportsDryRun: true,
    schema: {
      input: {
        ...repositoryInput,
        number: z => z.number().describe('Number of the pull request'),
        expectedHead: z =>
          z
            .string()
            .describe(
              'Commit that was looked at; if there are newer ones, nothing is merged',
            ),
        bypass: z =>
          z
            .boolean()
            .describe(
              "Merges at once where the branch's protection lets Portico bypass it, and waits where it does not",
            )
            .optional(),
        timeoutMinutes: z =>
          z
            .number()
            .positive()
            .describe('How long to wait; a day if absent')
            .optional(),
      },
      output: {
        merged: z => z.boolean(),
        sha: z => z.string().describe('Commit on the base branch'),
        url: z => z.string().describe('Page of the pull request'),
      },
    },
    async handler(ctx) {
      const { input, logger, signal } = ctx;
      const { repoUrl, number, expectedHead, bypass = false } = input;
      await guardedStep({
        guard,
        ctx,
        permission: githubWritePermission,
        eventId: 'github-pull-request-merge',
        target: { ...readTarget(input), pullRequest: number },
        work: async () => {
          if (ctx.isDryRun) {
            logger.info(`Dry run: pull request #${number} would be merged`);
            ctx.output('merged', false);
            return;
          }
          const client = await createRepoClient({
            ...access,
            repoUrl,
            logger,
            signal,
          });
          const { octokit, owner, repo, slug } = client;
          const { timeoutMinutes = DAY_MINUTES } = input;
          const { sha, url, branch } = await mergePullRequest(client, {
            number,
            expectedHead,
            bypass,
            waitMs: timeoutMinutes * 60_000,
            pollMs,
            logger,
            signal,
          });
          const params = { repoUrl, branch };
          const { kind, name } = pullRequestThing(slug, params);
          const ifItFails = 'stays merged';
          await ledger.note(ctx, 'changed', { kind, name, url, ifItFails });
          await orUndefined(
            octokit.rest.git.deleteRef({ owner, repo, ref: `heads/${branch}` }),
          ).catch((error: Error) => {
            // 422 "Reference does not exist": GitHub deletes it itself after the merge.
            if (error.name !== 'InputError') throw error;
          });
          const { kind: kindOfBranch, name: nameOfBranch } = branchThing(
            slug,
            params,
          );
          await ledger.note(ctx, 'removed', {
            kind: kindOfBranch,
            name: nameOfBranch,
            ifItFails: 'merged, and deleted',
          });
          logger.info(`#${number} merged as ${sha.slice(0, 7)}`);
          ctx.output('merged', true);
          ctx.output('sha', sha);
          ctx.output('url', url);
        },
      });
    },
  });
}
