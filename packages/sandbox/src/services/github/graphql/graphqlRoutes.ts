import Router from 'express-promise-router';
import { graphql, GraphQLError } from 'graphql';
import { callerOf } from '../authentication';
import type { Github } from '../Github';
import { Body } from '../routes/body';
import { organizationNode, userNode } from './accounts';
import { createCommitOnBranch } from './mutations';
import {
  disablePullRequestAutoMerge,
  enablePullRequestAutoMerge,
} from './pulls';
import { repositoryNode } from './repositories';
import { schema } from './schema';

/** What resolvers know of the request. */
interface Context {
  /** Login of who asks. */
  caller: string;
}

/** `POST /api/graphql`. Errors carry `type` beside `message`, as GitHub's do. */
export function graphqlRoutes(github: Github) {
  const { state, kit } = github;
  const router = Router();

  const notFound = (kind: string, name: string) =>
    new GraphQLError(
      `Could not resolve to ${kind} with the login or name of '${name}'.`,
      {
        extensions: { type: 'NOT_FOUND' },
      },
    );
  const owner = (login: string) => {
    const account = state.account(login);
    if (!account) return undefined;
    return account.type === 'Organization'
      ? organizationNode(github, account)
      : userNode(github, account);
  };

  const rootValue = {
    viewer: (_args: object, { caller }: Context) =>
      userNode(github, state.account(caller)!),
    organization: ({ login }: { login: string }) => {
      const account = state.account(login);
      if (account?.type !== 'Organization')
        throw notFound('an Organization', login);
      return organizationNode(github, account);
    },
    repositoryOwner: ({ login }: { login: string }) => owner(login) ?? null,
    user: ({ login }: { login: string }) => {
      const account = state.account(login);
      if (account?.type !== 'User') throw notFound('a User', login);
      return userNode(github, account);
    },
    repository: (args: { owner: string; name: string }) => {
      const found = state.repositories.get(
        `${args.owner}/${args.name}`.toLowerCase(),
      );
      if (!found) throw notFound('a Repository', `${args.owner}/${args.name}`);
      return repositoryNode(github, found);
    },
    rateLimit: () => ({
      limit: 5000,
      remaining: 5000,
      cost: 1,
      resetAt: new Date(kit.clock.now().getTime() + 3_600_000).toISOString(),
    }),
    createCommitOnBranch: (
      { input }: { input: Parameters<typeof createCommitOnBranch>[1] },
      { caller }: Context,
    ) => createCommitOnBranch(github, input, caller),
    enablePullRequestAutoMerge: (
      { input }: { input: Parameters<typeof enablePullRequestAutoMerge>[1] },
      { caller }: Context,
    ) => enablePullRequestAutoMerge(github, input, caller),
    disablePullRequestAutoMerge: (
      { input }: { input: Parameters<typeof disablePullRequestAutoMerge>[1] },
      { caller }: Context,
    ) => disablePullRequestAutoMerge(github, input, caller),
  };

  router.post('/', async (request, response) => {
    const body = new Body(request, 'Query');
    const { data, errors } = await graphql({
      schema,
      rootValue,
      contextValue: { caller: callerOf(request) } satisfies Context,
      source: body.text('query') ?? '',
      variableValues: body.object('variables'),
      operationName: body.text('operationName'),
    });
    response.json({
      ...(data === undefined ? {} : { data }),
      ...(errors
        ? {
            errors: errors.map(({ message, path, locations, extensions }) => ({
              ...(extensions?.type ? { type: extensions.type } : {}),
              path,
              locations,
              message,
            })),
          }
        : {}),
    });
  });

  return router;
}
