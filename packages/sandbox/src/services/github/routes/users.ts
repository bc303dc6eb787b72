import Router from 'express-promise-router';
import { callerOf } from '../authentication';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { paginate } from '../paginate';

/** https://docs.github.com/rest/users/users */
export function userRoutes(github: Github) {
  const { state, present } = github;
  const router = Router();

  const find = (login: string) => {
    const account = state.account(login);
    if (!account) throw GithubError.notFound();
    return account;
  };

  router.get('/user', (request, response) => {
    const account = find(callerOf(request));
    response.json({
      ...present.account(account),
      total_private_repos: state.repositories.size,
      owned_private_repos: 0,
      two_factor_authentication: true,
    });
  });

  router.get('/user/repos', (request, response) => {
    const repositories = state.repositories.list();
    response.json(
      paginate(request, response, present.web, repositories).map(repository =>
        present.repository(repository),
      ),
    );
  });

  router.get(
    ['/user/orgs', '/users/:login/orgs', '/organizations'],
    (request, response) => {
      if (request.params.login) find(request.params.login);
      const organizations = state.accounts.filter(
        account => account.type === 'Organization',
      );
      response.json(
        paginate(request, response, present.web, organizations).map(account =>
          present.organization(account),
        ),
      );
    },
  );

  router.get('/users', (request, response) => {
    const accounts = state.accounts.list();
    response.json(
      paginate(request, response, present.web, accounts).map(account =>
        present.user(account.login),
      ),
    );
  });

  router.get('/users/:login', (request, response) => {
    response.json(present.account(find(request.params.login)));
  });

  router.get('/users/:login/repos', (request, response) => {
    const { login } = find(request.params.login);
    const repositories = state.repositories.filter(
      repository => repository.owner === login,
    );
    response.json(
      paginate(request, response, present.web, repositories).map(repository =>
        present.repository(repository),
      ),
    );
  });

  return router;
}
