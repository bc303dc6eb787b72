import {
  createTemplateAction,
  type ActionContext,
} from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { githubIssueWritePermission } from '@portico/plugin-flows-common';
import { guardedStep } from '@portico/plugin-flows-node';
import { createIssueClient, ensureComment, type IssueClient } from './issue';
import type { PeopleOptions } from './PeopleOptions';
import { issueCloseExamples, issueCommentExamples } from './people.examples';

type StepContext = Pick<
  ActionContext<JsonObject>,
  'task' | 'step' | 'isDryRun' | 'logger'
>;

/** Checks the right, then runs `work` with access to the issue. */
function onIssue(
  options: PeopleOptions,
  ctx: Omit<ActionContext<{ issueUrl: string }>, 'output'>,
  eventId: string,
  work: (client: IssueClient) => Promise<void>,
): Promise<void> {
  const { issueUrl } = ctx.input;
  return guardedStep({
    guard: options.guard,
    ctx,
    permission: githubIssueWritePermission,
    eventId,
    target: { name: `issue ${issueUrl}` },
    work: async () =>
      work(
        await createIssueClient(issueUrl, {
          integrations: options.integrations,
          retryDelayMs: options.retryDelayMs,
          logger: ctx.logger,
          signal: ctx.signal,
        }),
      ),
  });
}

/** What tells the comment of a step from all others. */
const markOf = ({ task, step }: StepContext) =>
  `task ${task.id}, step ${step?.id ?? ''}`;

/** `github:issue:comment`: writes one comment a step. */
export function createGithubIssueCommentAction(options: PeopleOptions) {
  const { ledger } = options;
  return createTemplateAction({
    id: 'github:issue:comment',
    description:
      'Comments on an issue. Run again, the step brings its comment up to date instead of writing a second one.',
    examples: issueCommentExamples,
    supportsDryRun: true,
    schema: {
      input: z =>
        z
          .object({
            issueUrl: z.string().describe('Page of the issue'),
            body: z.string().describe('Markdown'),
          })
          .strict(),
      output: { commentUrl: z => z.string() },
    },
    async handler(ctx) {
      const { issueUrl, body } = ctx.input;
      await onIssue(options, ctx, 'github-issue-comment', async client => {
        if (ctx.isDryRun) {
          ctx.logger.info(`Dry run: ${issueUrl} would get a comment`);
          return;
        }
        ctx.output('commentUrl', await comment(ctx, client, body));
      });
    },
  });

  async function comment(ctx: StepContext, client: IssueClient, body: string) {
    const { url, wrote } = await ensureComment(client, {
      body,
      mark: markOf(ctx),
    });
    await ledger.note(ctx, wrote ? 'changed' : 'kept', {
      kind: 'Issue',
      name: `${client.slug}#${client.issue_number}`,
      url,
      ifItFails: 'the comment stays',
    });
    ctx.logger.info(
      `${wrote ? 'Commented' : 'The comment is there already'}: ${url}`,
    );
    return url;
  }
}

/** `github:issue:close`: closes an issue, with a last comment. */
export function createGithubIssueCloseAction(options: PeopleOptions) {
  const { ledger } = options;
  return createTemplateAction({
    id: 'github:issue:close',
    description:
      'Closes an issue with a summary as its last comment. One that is closed already stays as it is.',
    examples: issueCloseExamples,
    supportsDryRun: true,
    schema: {
      input: z =>
        z
          .object({
            issueUrl: z.string().describe('Page of the issue'),
            comment: z.string().describe('Markdown').optional(),
            reason: z
              .enum(['completed', 'not_planned'])
              .describe('Default completed')
              .optional(),
          })
          .strict(),
      output: {
        changed: z => z.boolean().describe('Whether it was open before'),
      },
    },
    async handler(ctx) {
      const { issueUrl, comment, reason = 'completed' } = ctx.input;
      const { logger } = ctx;
      await onIssue(options, ctx, 'github-issue-close', async client => {
        const { octokit, owner, repo, issue_number } = client;
        const place = { owner, repo, issue_number };
        const { data } = await octokit.rest.issues.get(place);
        const isOpen = data.state === 'open';
        // Told by what the task saw at first: an answer may have been lost.
        const { wasOpen } = ctx.isDryRun
          ? { wasOpen: isOpen }
          : await ctx.checkpoint({
              key: `github.issue.${client.slug}.${issue_number}.before`,
              fn: async () => ({ wasOpen: isOpen }),
            });
        ctx.output('changed', wasOpen);
        if (ctx.isDryRun) {
          logger.info(`Dry run: ${issueUrl} would be closed`);
          return;
        }
        if (comment && wasOpen) {
          await ensureComment(client, { body: comment, mark: markOf(ctx) });
        }
        if (isOpen) {
          await octokit.rest.issues.update({
            ...place,
            state: 'closed',
            state_reason: reason,
          });
        }
        await ledger.note(ctx, wasOpen ? 'changed' : 'kept', {
          kind: 'Issue',
          name: `${client.slug}#${issue_number}`,
          url: data.html_url,
          ifItFails: wasOpen ? 'stays closed' : 'left alone',
        });
        logger.info(
          wasOpen
            ? `${data.html_url} closed as ${reason}`
            : `${data.html_url} is closed already; nothing changed`,
        );
      });
    },
  });
}
