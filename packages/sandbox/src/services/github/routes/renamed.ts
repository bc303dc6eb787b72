import type { RequestHandler } from 'express';
import type { Github } from '../Github';
import { fullName } from '../GithubState';

/** Takes `/repositories/:id/…`, under which GitHub knows a repository whatever its name, for `/repos/:owner/:repo/…`. */
export function repositoriesById({ state }: Github): RequestHandler {
  return (request, _response, next) => {
    const [, id, rest] =
      /^\/repositories\/(\d+)((?:[/?].*)?)$/.exec(request.url) ?? [];
    const repository = id && state.repositories.find(r => String(r.id) === id);
    if (repository) request.url = `/repos/${fullName(repository)}${rest}`;
    next();
  };
}

/** Leads from the old name of a repository to it: https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api */
export function redirectRenamed({ state, present }: Github): RequestHandler {
  return (request, response, next) => {
    const { owner, repo } = request.params;
    const renamed = state.renamed(`${owner}/${repo}`);
    if (!renamed) {
      next();
      return;
    }
    const rest = request.url === '/' ? '' : request.url;
    const url = `${present.api}/repositories/${renamed.id}${rest}`;
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    response
      .status(isRead ? 301 : 307)
      .location(url)
      .json({
        message: isRead ? 'Moved Permanently' : 'Temporary Redirect',
        url,
        documentation_url:
          'https://docs.github.com/rest/guides/best-practices-for-using-the-rest-api#follow-redirects',
      });
  };
}
