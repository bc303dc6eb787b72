import { InputError } from '@backstage/errors';
import { createGithubRepoCreateAction } from '@backstage/plugin-scaffolder-backend-module-github';
import type {
  ActionContext,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { flowLog } from '@portico/plugin-flows-common';
import { ensureSecrets } from '../ci/ensureSecrets';
import { ensureVariables } from '../ci/ensureVariables';
import { checkNames, repositoryScope } from '../ci/settingsScope';
import { createRepoClient, type RepoClient } from '../client/createRepoClient';
import { withGuard } from '../guard/withGuard';
import { goesWithRepository } from '../ledger/goesWithRepository';
import { repositoryThing } from '../removal/removals';
import { checkGrants, grantAccess, readGrants } from '../repository/access';
import {
  ensureRepository,
  findRepository,
  refuseForeignRepository,
} from '../repository/ensureRepository';
import { PORTICO_TOPIC } from '../repository/repositoryMark';
import { readSettings, type RepoCreateInput } from '../repository/settings';
import type { ActionOptions } from './ActionOptions';

/** Outputs of `github:repo:create`. */
export type RepoCreateOutput = {
  remoteUrl: string;
  repoContentsUrl: string;
  created: boolean;
};

type Context = ActionContext<RepoCreateInput, RepoCreateOutput>;

/**
 * `github:repo:create`, with upstream's input: makes the repository or takes the one that this task
 * made before, and refuses one that is someone else's before it changes anything.
 */
export function createGithubRepoEnsureAction(
  options: ActionOptions,
): TemplateAction<RepoCreateInput, RepoCreateOutput> {
  const { guard, ledger, ...access } = options;
  const upstream = createGithubRepoCreateAction(options);
  const outputSchema = upstream.schema?.output;
  return withGuard<RepoCreateInput, RepoCreateOutput>(
    {
      id: upstream.id,
      description:
        'Makes a GitHub repository with settings, access and topics, or takes the one that this task made before.',
      examples: upstream.examples,
      supportsDryRun: true,
      schema: {
        input: upstream.schema?.input,
        output: {
          ...outputSchema,
          properties: {
            ...outputSchema?.properties,
            created: {
              type: 'boolean',
              description: 'Whether this task made the repository',
            },
          },
        },
      },
      async handler(ctx) {
        const { input, logger, signal } = ctx;
        checkInput(input);
        const client = await createRepoClient({
          ...access,
          repoUrl: input.repoUrl,
          token: input.token,
          logger,
          signal,
        });
        const grants = readGrants(input, client.owner);
        await checkGrants(client, grants);
        const found = await findRepository(client);
        if (ctx.isDryRun) {
          if (found) await refuseForeignRepository(client, found, ctx.task.id);
          logger.info(`Dry run: ${client.slug} would be made`);
          ctx.output('created', !found);
          ctx.output('remoteUrl', `https://${client.host}/${client.slug}.git`);
          ctx.output(
            'repoContentsUrl',
            `https://${client.host}/${client.slug}/blob/main`,
          );
          return;
        }
        const { nameWasFreeAt } = await ctx.checkpoint({
          key: `github.repository.${client.slug}.free`,
          fn: async () => ({
            nameWasFreeAt: found ? '' : new Date().toISOString(),
          }),
        });
        const { repoUrl } = input;
        const { repository, created } = await ledger.ensure(
          ctx,
          repositoryThing(client.slug, {
            repoUrl,
            ...(nameWasFreeAt ? { nameWasFreeAt } : {}),
          }),
          async () => {
            const ensured = await ensureRepository({
              client,
              settings: readSettings(input),
              taskId: ctx.task.id,
              nameWasFreeAt: nameWasFreeAt || undefined,
              logger,
            });
            return { ...ensured, url: ensured.repository.html_url };
          },
        );
        const fate = await goesWithRepository(ledger, ctx, client.slug);
        await grantAccess(client, grants, {
          logger,
          repositoryUrl: repository.html_url,
          note: (outcome, thing) =>
            ledger.note(ctx, outcome, {
              ...thing,
              ...(outcome === 'made' ? fate : { ifItFails: 'left alone' }),
            }),
        });
        await configure(client, ctx);
        logger.info(
          flowLog.progress({
            done: 1,
            total: 1,
            message: `${client.slug} ${created ? 'made' : 'found'}`,
          }),
        );
        ctx.output('remoteUrl', repository.clone_url);
        ctx.output(
          'repoContentsUrl',
          `${repository.html_url}/blob/${repository.default_branch}`,
        );
        ctx.output('created', created);
      },
    },
    guard,
  );
}

/** What upstream sets after it has made the repository; all of it can be set again. */
async function configure(client: RepoClient, { input, logger }: Context) {
  const { octokit, owner, repo } = client;
  const topics = [...(input.topics ?? []), PORTICO_TOPIC];
  const names = [
    ...new Set(topics.map(topic => topic.toLocaleLowerCase('en-US'))),
  ];
  await octokit.rest.repos.replaceAllTopics({ owner, repo, names });
  logger.info(`Topics: ${names.join(', ')}`);

  const scope = repositoryScope(client);
  await ensureVariables(client, scope, input.repoVariables);
  await ensureSecrets(client, scope, input.secrets);
  if (input.oidcCustomization) {
    await octokit.request(
      'PUT /repos/{owner}/{repo}/actions/oidc/customization/sub',
      {
        owner,
        repo,
        use_default: input.oidcCustomization.useDefault,
        include_claim_keys: input.oidcCustomization.includeClaimKeys,
      },
    );
  }
  if (input.subscribe) {
    await octokit.rest.activity.setRepoSubscription({
      owner,
      repo,
      subscribed: true,
      ignored: false,
    });
  }
  if (input.workflowAccess) {
    await octokit.rest.actions.setWorkflowAccessToRepository({
      owner,
      repo,
      access_level: input.workflowAccess,
    });
  }
}

/** @throws InputError before GitHub is asked for anything */
function checkInput(input: RepoCreateInput): void {
  checkNames('variable', input.repoVariables);
  checkNames('secret', input.secrets);
  const bad = input.topics?.find(
    topic => !/^[a-z0-9][a-z0-9-]{0,49}$/i.test(topic),
  );
  if (bad !== undefined) {
    throw new InputError(
      `'${bad}' is not a topic that GitHub takes: use letters, digits and hyphens, at most 50.`,
    );
  }
}
