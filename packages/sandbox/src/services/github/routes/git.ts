import type { Request, Response } from 'express';
import Router from 'express-promise-router';
import { may } from '../access';
import { loginOfToken, tokenOf } from '../authentication';
import type { Github } from '../Github';
import { fullName } from '../GithubState';
import { NO_OBJECT } from '../git/objects';
import { serveGit } from '../git/smartHttp';
import { hooksDirectory } from '../git/updateHook';
import { hookRules } from '../protection';

/** git over HTTP at `/<owner>/<repo>.git`, or without `.git`. */
export function gitRoutes(github: Github) {
  const { state, git, kit } = github;
  const router = Router();
  const hooks = hooksDirectory(kit.dataDir);

  const answer = (response: Response, status: number, text: string) => {
    if (status === 401)
      response.set('www-authenticate', 'Basic realm="GitHub"');
    response.status(status).type('text/plain').send(text);
  };

  const serve = async (
    request: Request,
    response: Response,
    service: string,
    path: string,
  ) => {
    const { owner, repo } = request.params;
    const repository = state.repositories.get(
      `${owner}/${repo.replace(/\.git$/, '')}`.toLowerCase(),
    );
    const token = tokenOf(request);
    const login = token === undefined ? undefined : loginOfToken(state, token);
    const writes = service === 'git-receive-pack';
    if (token !== undefined && !login) {
      answer(response, 401, 'Invalid username or token.\n');
      return;
    }
    if (!login && (writes || repository?.visibility !== 'public')) {
      answer(response, 401, 'Authentication required.\n');
      return;
    }
    const renamed = state.renamed(`${owner}/${repo.replace(/\.git$/, '')}`);
    if (!repository && renamed && request.method === 'GET') {
      const [, query = ''] = request.originalUrl.split('?');
      response.redirect(301, `/${fullName(renamed)}.git/${path}?${query}`);
      return;
    }
    if (!repository || (login && !may(state, repository, login, 'pull'))) {
      answer(response, 404, 'Repository not found.\n');
      return;
    }
    response.locals.caller = login;
    if (writes && login && !may(state, repository, login, 'push')) {
      answer(
        response,
        403,
        `Permission to ${fullName(repository)}.git denied to ${login}.\n`,
      );
      return;
    }
    if (writes && repository.archived) {
      answer(
        response,
        403,
        'This repository was archived so it is read-only.\n',
      );
      return;
    }
    const full = fullName(repository);
    const options = {
      root: git.root,
      path: `/${full}.git/${path}`,
      user: login,
      config: {
        'core.hooksPath': hooks,
        'uploadpack.allowAnySHA1InWant': 'true',
      },
    };
    if (request.method !== 'POST' || !writes || !login) {
      await serveGit(request, response, options);
      return;
    }
    await git.exclusive(full, async () => {
      const before = await git.refs(full);
      await serveGit(request, response, {
        ...options,
        environment: { SANDBOX_RULES: hookRules(state, full, login) },
        beforeEnd: async () => {
          const after = await git.refs(full);
          for (const ref of new Set([...before.keys(), ...after.keys()])) {
            const [from, to] = [
              before.get(ref) ?? NO_OBJECT,
              after.get(ref) ?? NO_OBJECT,
            ];
            if (from !== to) {
              git.emitPush({
                repository: full,
                ref,
                before: from,
                after: to,
                pusher: login,
              });
            }
          }
        },
      });
    });
  };

  router.get('/:owner/:repo/info/refs', async (request, response) => {
    const service = String(request.query.service ?? '');
    if (service !== 'git-upload-pack' && service !== 'git-receive-pack') {
      answer(response, 403, 'Please upgrade your git client.\n');
      return;
    }
    await serve(request, response, service, 'info/refs');
  });

  for (const service of ['git-upload-pack', 'git-receive-pack']) {
    router.post(`/:owner/:repo/${service}`, (request, response) =>
      serve(request, response, service, service),
    );
  }

  return router;
}
