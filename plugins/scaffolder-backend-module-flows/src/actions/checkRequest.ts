import {
  ConflictError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { flowLog, type NameAvailability } from '@portico/plugin-flows-common';
import type { GithubPlace, NameService } from '@portico/plugin-flows-node';
import { CONNECTIONS, type Connections } from '../checks/Connections';
import type { OwnerCheck } from '../checks/OwnerCheck';
import { examples } from './checkRequest.examples';

/** Reads `github.com?owner=mini-org&repo=gift-cards`, the scaffolder's way to name a repository. */
function readRepoUrl(repoUrl: string): GithubPlace & { repo: string } {
  const url = URL.canParse(`https://${repoUrl}`)
    ? new URL(`https://${repoUrl}`)
    : undefined;
  const organization = url?.searchParams.get('owner');
  const repo = url?.searchParams.get('repo');
  if (!url || !organization || !repo) {
    throw new InputError(
      `repoUrl '${repoUrl}' names no repository; write it as github.com?owner=mini-org&repo=gift-cards.`,
    );
  }
  return { host: url.host, organization, repo };
}

/** Throws if the name is taken, or if a source that matters could not be asked. */
function requireFree(
  answer: NameAvailability,
  needed: { github: boolean },
): void {
  const { name, taken } = answer;
  if (taken.length > 0) {
    throw new ConflictError(
      `The name ${name} is taken. ${taken
        .map(({ message }) => message)
        .join(' ')} Start over with another name.`,
    );
  }
  const missing = answer.unknown.filter(
    ({ where }) => where === 'catalog' || needed.github,
  );
  if (missing.length > 0) {
    throw new ServiceUnavailableError(
      `Whether ${name} is free could not be found out: ${missing
        .map(({ reason }) => reason)
        .join(' ')} Nothing was made; try again when it answers.`,
    );
  }
}

/**
 * The first step of a flow: finds out whether the rest can work before anything is made. Changes nothing,
 * in a dry run as otherwise.
 */
export function createCheckRequestAction(options: {
  names: NameService;
  owners: OwnerCheck;
  connections: Connections;
}) {
  const { names, owners, connections } = options;
  return createTemplateAction({
    id: 'portico:check-request',
    description:
      'Checks that the name is free, that the owner is a group of whoever asks, and that the systems which the next steps need answer. Changes nothing.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string().describe('Name of the new service'),
        owner: z =>
          z
            .string()
            .describe(
              'Group that will own it, e.g. group:default/commerce; must be one of the groups of whoever starts the task',
            ),
        repoUrl: z =>
          z
            .string()
            .describe(
              'Repository that a later step creates, e.g. github.com?owner=mini-org&repo=gift-cards; default: the organisation of flows.github',
            )
            .optional(),
        connections: z =>
          z
            .array(z.enum(CONNECTIONS))
            .describe('Systems that the next steps need')
            .optional(),
      },
      output: {
        ownerRef: z => z.string().describe('Full reference of the owner'),
        connections: z =>
          z.array(z.string()).describe('The systems that answered'),
      },
    },
    async handler(ctx) {
      const { name, owner, repoUrl, connections: needed = [] } = ctx.input;
      const credentials = await ctx.getInitiatorCredentials();

      const repository = repoUrl ? readRepoUrl(repoUrl) : undefined;
      if (repository && repository.repo !== name) {
        throw new InputError(
          `repoUrl names the repository ${repository.repo}, but the service is called ${name}. Give both the same name.`,
        );
      }
      // Once free, the name stays this task's: a later run of the same task finds what it made itself.
      await ctx.checkpoint({
        key: `portico.check-request.name.${name}`,
        fn: async () => {
          const answer = await names.check(name, {
            credentials,
            github: repository,
          });
          requireFree(answer, {
            github: needed.includes('github') || repository !== undefined,
          });
          for (const { reason } of answer.unknown) {
            ctx.logger.warn(`The name was not checked on GitHub: ${reason}`);
          }
          return true;
        },
      });
      ctx.logger.info(`The name ${name} is free`);

      const { ownerRef, because } = await owners.check({
        owner,
        userRef: ctx.user?.ref,
        credentials,
      });
      ctx.logger.info(`${ownerRef} may own it: ${because}`);

      const answered: string[] = [];
      for (const connection of new Set(needed)) {
        const lines = await connections.check(connection, ctx.signal);
        for (const line of lines) ctx.logger.info(line);
        answered.push(connection);
      }
      const count = answered.length;
      const connected =
        count === 1 ? '1 connection answers' : `${count} connections answer`;
      ctx.logger.info(
        flowLog.progress({
          done: 2 + count,
          total: 2 + count,
          message: `Name free, owner ${
            because === 'platform team' ? 'exists' : 'yours'
          }${count ? `, ${connected}` : ''}`,
        }),
      );
      ctx.output('ownerRef', ownerRef);
      ctx.output('connections', answered);
    },
  });
}
