import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { githubWritePermission } from '@portico/plugin-flows-common';
import { guardedStep } from '@portico/plugin-flows-node';
import type { ActionOptions } from '../actions/ActionOptions';
import { createRepoClient, type RepoClient } from '../client/createRepoClient';
import { readTarget } from '../guard/withGuard';
import { branchThing, pullRequestThing } from '../removal/removals';
import { readBranch } from '../repository/readBranch';
import { repositoryInput } from './changes.input';
import { pullRequestEnsureExamples } from './changes.examples';
import {
  ensurePullRequest,
  findChangedPaths,
  findOwnPullRequest,
  type EnsuredPullRequest,
  type WantedPullRequest,
} from './ensurePullRequest';
import { wantedFiles } from './wantedFiles';

/** `github:pull-request:ensure`: proposes a change of a repository, once. */
export function createPullRequestEnsureAction(options: ActionOptions) {
  const { guard, ledger, ...access } = options;
  return createTemplateAction({
    id: 'github:pull-request:ensure',
    description:
      'Opens a pull request with files of the workspace, with another image tag in an overlay, or with more annotations for an entity, or takes the one that this task has opened. Where the base has it all already, none is opened.',
    examples: pullRequestEnsureExamples,
    supportsDryRun: true,
    schema: {
      input: {
        ...repositoryInput,
        title: z => z.string().describe('Title of the pull request'),
        description: z =>
          z.string().describe('What reviewers read; Markdown').optional(),
        commitMessage: z =>
          z.string().describe('The title if absent').optional(),
        branch: z =>
          z
            .string()
            .describe(
              'Branch to propose from; one named after the task if absent',
            )
            .optional(),
        base: z =>
          z
            .string()
            .describe('Branch to change; the default branch if absent')
            .optional(),
        sourcePath: z =>
          z
            .string()
            .describe("Folder of the task's workspace with the files")
            .optional(),
        targetPath: z =>
          z
            .string()
            .describe(
              'Folder of the repository that they go to; its root if absent',
            )
            .optional(),
        image: z =>
          z
            .object({
              overlay: z
                .string()
                .describe(
                  'Folder of the overlay, e.g. deploy/overlays/staging',
                ),
              tag: z.string().describe('Tag that it is to deploy'),
              name: z
                .string()
                .describe('Image, where the overlay sets several')
                .optional(),
            })
            .describe('Another image tag for a Kustomize overlay')
            .optional(),
        annotations: z =>
          z
            .object({
              file: z
                .string()
                .describe('File of the repository; catalog-info.yaml if absent')
                .optional(),
              kind: z.string().describe('Kind of the entity, e.g. component'),
              name: z.string().describe('Its name'),
              values: z
                .array(z.object({ name: z.string(), value: z.string() }))
                .min(1),
            })
            .describe('Annotations for an entity of a catalog file')
            .optional(),
      },
      output: {
        changed: z =>
          z
            .boolean()
            .describe(
              'False: the base has it all, and no pull request is needed',
            ),
        number: z => z.number().optional(),
        url: z => z.string().describe('Its page').optional(),
        headSha: z =>
          z
            .string()
            .describe("Commit that is proposed; 'expectedHead' of the merge")
            .optional(),
        branch: z => z.string().optional(),
        created: z =>
          z.boolean().describe('Whether this task opened the pull request'),
        merged: z => z.boolean().describe('Whether it is merged already'),
      },
    },
    async handler(ctx) {
      const { input, logger, signal, task } = ctx;
      const { repoUrl } = input;
      await guardedStep({
        guard,
        ctx,
        permission: githubWritePermission,
        eventId: 'github-pull-request-ensure',
        target: readTarget(input),
        work: async () => {
          const client = await createRepoClient({
            ...access,
            repoUrl,
            logger,
            signal,
          });
          const { octokit, owner, repo, slug } = client;
          const base =
            input.base ??
            (await octokit.rest.repos.get({ owner, repo })).data.default_branch;
          const branch =
            input.branch ??
            `portico/${ctx.step?.id ?? 'change'}-${task.id.slice(0, 8)}`;
          const files = await wantedFiles(
            client,
            { ...input, workspacePath: ctx.workspacePath },
            base,
          );
          const changed = await findChangedPaths(client, base, files);
          const own = await findOwnPullRequest(client, branch, task.id);
          if (changed.length === 0 && !own) {
            logger.info(`${base} of ${slug} has all of it already`);
            ctx.output('changed', false);
            ctx.output('created', false);
            ctx.output('merged', false);
            return;
          }
          if (ctx.isDryRun) {
            logger.info(
              `Dry run: a pull request would change ${changed.join(
                ', ',
              )} of ${slug}`,
            );
            ctx.output('changed', true);
            ctx.output('created', true);
            ctx.output('merged', false);
            return;
          }
          const { wasThere } = await ctx.checkpoint({
            key: `github.branch.${slug}.${branch}`,
            fn: async () => ({
              wasThere: Boolean(await readBranch(client, branch)),
            }),
          });
          const made = await propose({
            branch,
            base,
            files,
            title: input.title,
            description: input.description,
            commitMessage: input.commitMessage ?? input.title,
            taskId: task.id,
            wasThere,
          });
          logger.info(
            `Pull request #${made.number} of ${slug}: ${changed.join(', ')}`,
          );
          ctx.output('changed', true);
          ctx.output('number', made.number);
          ctx.output('url', made.url);
          ctx.output('headSha', made.headSha);
          ctx.output('branch', branch);
          ctx.output('created', made.created);
          ctx.output('merged', made.merged);

          /** Notes branch and pull request before either is there. */
          async function propose(
            wanted: WantedPullRequest,
          ): Promise<EnsuredPullRequest> {
            if (wanted.wasThere) return ensurePullRequest(client, wanted);
            const params = { repoUrl, branch };
            return ledger.ensure(ctx, branchThing(slug, params), () =>
              ledger.ensure(ctx, pullRequestThing(slug, params), () =>
                ensurePullRequest(client as RepoClient, wanted),
              ),
            );
          }
        },
      });
    },
  });
}
