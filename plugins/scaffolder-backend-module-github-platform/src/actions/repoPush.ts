import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  createGithubBranchProtectionAction,
  createGithubRepoPushAction,
} from '@backstage/plugin-scaffolder-backend-module-github';
import type {
  ActionContext,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { flowLog, repeat } from '@portico/plugin-flows-common';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createRepoClient } from '../client/createRepoClient';
import { isGithubFailure } from '../client/githubError';
import { withTimeout } from '../client/withTimeout';
import { withGuard } from '../guard/withGuard';
import { goesWithRepository } from '../ledger/goesWithRepository';
import { findPushed } from '../repository/findPushed';
import { readLocalFiles } from '../repository/readLocalFiles';
import { resolveWorkspaceFolder } from '../repository/resolveWorkspaceFolder';
import type { ActionOptions } from './ActionOptions';

type Upstream = ReturnType<typeof createGithubRepoPushAction>;
type RepoPushInput = Parameters<Upstream['handler']>[0]['input'];
type RepoPushOutput = {
  remoteUrl: string;
  repoContentsUrl: string;
  commitHash: string;
};
type Context = ActionContext<RepoPushInput, RepoPushOutput>;

/**
 * Upstream's `github:repo:push`, made repeatable: a branch that began with these very files is taken
 * as it is, and one with other files is refused at once instead of after a minute of retries.
 */
export function createGithubRepoPushOnceAction(
  options: ActionOptions,
): TemplateAction<RepoPushInput, RepoPushOutput> {
  const { guard, ledger, ...access } = options;
  const upstream = createGithubRepoPushAction(options);
  return withGuard<RepoPushInput, RepoPushOutput>(
    {
      ...upstream,
      async handler(ctx) {
        const { input, logger, signal } = ctx;
        const { repoUrl, defaultBranch = 'main', token } = input;
        const client = await createRepoClient({
          ...access,
          repoUrl,
          token,
          logger,
          signal,
        });
        const { octokit, owner, repo, slug } = client;
        const folder = resolveWorkspaceFolder(
          ctx.workspacePath,
          input.sourcePath,
        );
        const local = await readLocalFiles(folder);
        if (local.size === 0) {
          throw new InputError(
            `There are no files to push to ${slug} in ${
              input.sourcePath ?? 'the workspace'
            }.`,
          );
        }
        const count = `${local.size} file${local.size === 1 ? '' : 's'}`;
        const { data: repository } = await octokit.rest.repos.get({
          owner,
          repo,
        });
        const find = () =>
          findPushed(client, {
            branch: defaultBranch,
            files: local,
            repositoryUrl: repository.html_url,
          });
        const pushFirst = async () => {
          // What an earlier try has left would become a second commit.
          await rm(join(folder, '.git'), { recursive: true, force: true });
          await withTimeout(
            Promise.resolve(
              upstream.handler({ ...ctx, logger: withoutChatter(logger) }),
            ),
            { what: `pushing to ${slug}`, signal },
          );
        };
        const pushed =
          (await find()) ??
          (await repeat(() => push(find, pushFirst), {
            isWorthwhile: mayPass,
            onRepeat: error => logger.warn(`${error.message} Pushed again`),
            signal,
            firstDelayMs: access.retryDelayMs,
            retries: 2,
          }));
        if (pushed) {
          logger.info(
            `${defaultBranch} of ${slug} began with these ${count} (${pushed.commit.slice(
              0,
              7,
            )}); not pushed a second time`,
          );
          await repeat(() => protect(options, ctx, defaultBranch), {
            isWorthwhile: mayPass,
            signal,
            firstDelayMs: access.retryDelayMs,
          });
          ctx.output('remoteUrl', repository.clone_url);
          ctx.output(
            'repoContentsUrl',
            `${repository.html_url}/blob/${defaultBranch}`,
          );
          ctx.output('commitHash', pushed.commit);
        } else {
          logger.info(`Pushed ${count} to ${defaultBranch} of ${slug}`);
        }
        const branch = await octokit.rest.repos.getBranch({
          owner,
          repo,
          branch: defaultBranch,
        });
        const summary = `${count} on ${defaultBranch}, ${
          branch.data.protected ? 'protected' : 'not protected'
        }`;
        await ledger.note(ctx, 'made', {
          kind: 'Files',
          name: summary,
          url: `${repository.html_url}/tree/${defaultBranch}`,
          ...(await goesWithRepository(ledger, ctx, slug)),
        });
        logger.info(flowLog.progress({ done: 1, total: 1, message: summary }));
      },
    },
    guard,
  );
}

/** Pushes; where that is refused since another run of the step was quicker, the commit of that one. */
async function push(
  find: () => ReturnType<typeof findPushed>,
  pushFirst: () => Promise<unknown>,
): ReturnType<typeof findPushed> {
  try {
    await pushFirst();
    return undefined;
  } catch (error) {
    const pushed = await find();
    if (!pushed) throw error;
    return pushed;
  }
}

/** Whether a failure of upstream's clients is one of the server, which the next try may not meet. */
function mayPass(error: Error): boolean {
  const status = isGithubFailure(error) ? error.status : undefined;
  return error.name === 'ServiceUnavailableError' || (status ?? 0) >= 500;
}

/** Upstream tells of each git command with the paths of this machine; warnings stay. */
function withoutChatter(logger: LoggerService): LoggerService {
  return {
    child: meta => withoutChatter(logger.child(meta)),
    debug: logger.debug.bind(logger),
    info: logger.debug.bind(logger),
    warn: logger.warn.bind(logger),
    error: logger.error.bind(logger),
  };
}

/** A run that died after the push may not have protected the branch; protecting it again changes nothing. */
async function protect(options: ActionOptions, ctx: Context, branch: string) {
  const { input } = ctx;
  if (input.protectDefaultBranch === false) return;
  const protection = createGithubBranchProtectionAction(options);
  await protection.handler({
    ...ctx,
    output: () => {},
    input: {
      repoUrl: input.repoUrl,
      branch,
      token: input.token,
      enforceAdmins: input.protectEnforceAdmins,
      requireCodeOwnerReviews: input.requireCodeOwnerReviews,
      dismissStaleReviews: input.dismissStaleReviews,
      bypassPullRequestAllowances: input.bypassPullRequestAllowances,
      requiredApprovingReviewCount: input.requiredApprovingReviewCount,
      restrictions: input.restrictions,
      requiredStatusCheckContexts: input.requiredStatusCheckContexts,
      requireBranchesToBeUpToDate: input.requireBranchesToBeUpToDate,
      requiredConversationResolution: input.requiredConversationResolution,
      requireLastPushApproval: input.requireLastPushApproval,
      requiredCommitSigning: input.requiredCommitSigning,
      requiredLinearHistory: input.requiredLinearHistory,
    },
  });
}
