import type { Request } from 'express';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { repositoryOf } from './body';

/** Where secrets and variables hang: an organisation, a repository or one of its environments. */
export interface Scope {
  /** Start of keys in the store. */
  key: string;
  /** Route patterns. */
  url: string;
}

/** The key of an environment's scope. */
export function environmentScope(
  repository: string,
  environment: string,
): string {
  return `${repository}/environments/${environment.toLowerCase()}`;
}

/** Route prefixes of `secrets` or `variables` with how to find their scope. */
export function scopedPaths(github: Github, kind: 'secrets' | 'variables') {
  const environment = (request: Request): Scope => {
    const { full } = repositoryOf(github, request);
    const key = environmentScope(full, request.params.environment);
    if (!github.state.environments.get(key)) throw GithubError.notFound();
    const name = encodeURIComponent(request.params.environment);
    return {
      key,
      url: `${github.present.repositoryApi(full)}/environments/${name}/${kind}`,
    };
  };
  return [
    {
      paths: [`/repos/:owner/:repo/actions/${kind}`],
      scope: (request: Request): Scope => {
        const { full } = repositoryOf(github, request);
        return {
          key: full,
          url: `${github.present.repositoryApi(full)}/actions/${kind}`,
        };
      },
    },
    {
      paths: [
        `/repos/:owner/:repo/environments/:environment/${kind}`,
        `/repositories/:repositoryId/environments/:environment/${kind}`,
      ],
      scope: environment,
    },
    {
      paths: [`/orgs/:org/actions/${kind}`],
      scope: (request: Request): Scope => {
        const account = github.state.account(request.params.org);
        if (account?.type !== 'Organization') throw GithubError.notFound();
        return {
          key: account.login,
          url: `${github.present.api}/orgs/${account.login}/actions/${kind}`,
        };
      },
    },
  ];
}

/** What a scope holds; `owner/name` does not hold what its environments do. */
export function inScope<T>(entries: [string, T][], scope: string): T[] {
  return entries
    .filter(([id]) => id.slice(0, id.lastIndexOf('/')) === scope)
    .map(([, value]) => value);
}
