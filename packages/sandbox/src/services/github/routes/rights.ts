import type { RequestHandler } from 'express';
import { assertMay } from '../access';
import { callerOf } from '../authentication';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import type { Permission } from '../model';
import { assertWritable, repositoryOf } from './body';

type Rule = [method: RegExp, path: RegExp, wanted: Permission];

/** What a call below `/repos/:owner/:repo` takes; the first that fits counts. */
const RULES: Rule[] = [
  [/GET/, /^\/(hooks|keys)\b/, 'admin'],
  [/GET/, /^\/actions\/(secrets|variables)\b/, 'push'],
  [/GET/, /^/, 'pull'],
  // Authors may change their own: the routes check it.
  [/PATCH/, /^\/(issues|pulls)\/\d+$/, 'pull'],
  [/^/, /^\/issues\/comments\/\d+$/, 'pull'],
  [/POST/, /^\/issues(\/\d+\/comments)?$/, 'pull'],
  [/POST/, /^\/pulls\/\d+\/(reviews|comments)$/, 'pull'],
  [/^/, /^\/(issues\/\d+|pulls\/\d+\/requested_reviewers)\b/, 'triage'],
  [
    /^/,
    /^\/(pulls|contents|git|merges|statuses|check-runs|deployments|dispatches|labels|releases|actions\/(runs|jobs|workflows))\b/,
    'push',
  ],
  [/^/, /^/, 'admin'],
];

/** Calls that an archived repository takes, beside reading: what would change nothing that is archived. */
const STAYS_OPEN = /^(\/hooks\b.*|\/collaborators\b.*|\/?)$/;

/** Refuses what the token's owner may not do with a repository, and writes to an archived one. */
export function repositoryRights(github: Github): RequestHandler {
  return (request, _response, next) => {
    const repository = repositoryOf(github, request);
    const path = request.path.replace(/\/$/, '');
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const [, , wanted] = RULES.find(
      ([methods, paths]) => methods.test(method) && paths.test(path),
    )!;
    assertMay(github.state, repository, callerOf(request), wanted);
    if (method !== 'GET' && !STAYS_OPEN.test(path)) assertWritable(repository);
    next();
  };
}

/** Refuses changes of the organisation by who is not its owner; team maintainers may change who is in their team. */
export function organizationRights({ state }: Github): RequestHandler {
  return (request, _response, next) => {
    const account = state.account(callerOf(request));
    if (account?.role === 'admin') return next();
    if (request.path.startsWith('/hooks')) throw GithubError.notFound();
    if (request.method === 'GET' || request.method === 'HEAD') return next();
    if (request.path === '/repos' && account?.role) return next();
    const [, slug] =
      /^\/teams\/([^/]+)\/memberships\//.exec(request.path) ?? [];
    if (!slug) {
      throw new GithubError(
        403,
        'You must be an admin of this organization to perform this action.',
      );
    }
    if (state.team(slug).members[account?.login ?? ''] !== 'maintainer') {
      throw new GithubError(
        403,
        'You must be an organization owner or team maintainer to add a team membership.',
      );
    }
    return next();
  };
}
