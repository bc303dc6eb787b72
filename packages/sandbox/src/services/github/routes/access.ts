import type { Request } from 'express';
import Router from 'express-promise-router';
import { permissionIn } from '../access';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import type { Permission } from '../model';
import { paginate } from '../paginate';
import { permissionFlags, presentTeam, roleName } from '../present/team';
import { Body, repositoryOf } from './body';

const NAMES: Record<string, Permission> = {
  pull: 'pull',
  read: 'pull',
  triage: 'triage',
  push: 'push',
  write: 'push',
  maintain: 'maintain',
  admin: 'admin',
};

function permissionOf(request: Request): Permission {
  const name = new Body(request, 'Permission').text('permission') ?? 'push';
  const permission = NAMES[name];
  if (!permission)
    throw GithubError.invalid('Permission', 'permission', 'invalid');
  return permission;
}

/** Who may do what with a repository: teams and collaborators. */
export function accessRoutes(github: Github) {
  const { state, present } = github;
  const router = Router();
  const ofTeam = '/orgs/:org/teams/:team/repos';
  const collaborator = '/repos/:owner/:repo/collaborators/:login';

  router.get(ofTeam, (request, response) => {
    const { slug } = state.team(request.params.team);
    const repositories = state.repositories.filter(
      repository => slug in repository.teams,
    );
    response.json(
      paginate(request, response, present.web, repositories).map(
        repository => ({
          ...present.repository(repository),
          permissions: permissionFlags(repository.teams[slug]),
          role_name: roleName(repository.teams[slug]),
        }),
      ),
    );
  });

  router.get(`${ofTeam}/:owner/:repo`, (request, response) => {
    const { slug } = state.team(request.params.team);
    const repository = repositoryOf(github, request);
    const permission = repository.teams[slug];
    if (!permission) throw GithubError.notFound();
    if (!request.get('accept')?.includes('repository+json')) {
      response.status(204).end();
      return;
    }
    response.json({
      ...present.repository(repository),
      permissions: permissionFlags(permission),
      role_name: roleName(permission),
    });
  });

  router.put(`${ofTeam}/:owner/:repo`, (request, response) => {
    const { slug } = state.team(request.params.team);
    const { full: _full, ...repository } = repositoryOf(github, request);
    const teams = { ...repository.teams, [slug]: permissionOf(request) };
    state.putRepository({ ...repository, teams });
    response.status(204).end();
  });

  router.delete(`${ofTeam}/:owner/:repo`, (request, response) => {
    const { slug } = state.team(request.params.team);
    const { full: _full, ...repository } = repositoryOf(github, request);
    const { [slug]: _gone, ...teams } = repository.teams;
    state.putRepository({ ...repository, teams });
    response.status(204).end();
  });

  router.get('/repos/:owner/:repo/teams', (request, response) => {
    const entries = Object.entries(repositoryOf(github, request).teams);
    response.json(
      paginate(request, response, present.web, entries).map(
        ([slug, permission]) => ({
          ...presentTeam(github, state.team(slug)),
          permission,
          permissions: permissionFlags(permission),
        }),
      ),
    );
  });

  router.get('/repos/:owner/:repo/collaborators', (request, response) => {
    const { collaborators } = repositoryOf(github, request);
    const owners = state.accounts
      .filter(account => account.role === 'admin')
      .map(account => [account.login, 'admin'] as const);
    const all = new Map<string, Permission>([
      ...owners,
      ...Object.entries(collaborators),
    ]);
    const listed =
      request.query.affiliation === 'direct'
        ? Object.entries(collaborators)
        : [...all];
    response.json(
      paginate(request, response, present.web, listed).map(
        ([login, permission]) => ({
          ...present.user(login),
          permissions: permissionFlags(permission),
          role_name: roleName(permission),
        }),
      ),
    );
  });

  const effective = (request: Request) =>
    permissionIn(state, repositoryOf(github, request), request.params.login);

  router.get(collaborator, (request, response) => {
    if (!effective(request)) throw GithubError.notFound();
    response.status(204).end();
  });

  router.get(`${collaborator}/permission`, (request, response) => {
    const account = state.account(request.params.login);
    if (!account) throw GithubError.notFound();
    const permission = effective(request);
    const legacy = {
      pull: 'read',
      triage: 'read',
      push: 'write',
      maintain: 'write',
      admin: 'admin',
    };
    response.json({
      permission: permission ? legacy[permission] : 'none',
      role_name: permission ? roleName(permission) : 'none',
      user: present.user(account.login),
    });
  });

  router.put(collaborator, (request, response) => {
    const { full: _full, ...repository } = repositoryOf(github, request);
    const account = state.account(request.params.login);
    if (account?.type !== 'User') throw GithubError.notFound();
    const collaborators = {
      ...repository.collaborators,
      [account.login]: permissionOf(request),
    };
    state.putRepository({ ...repository, collaborators });
    response.status(204).end();
  });

  router.delete(collaborator, (request, response) => {
    const { full: _full, ...repository } = repositoryOf(github, request);
    const { [request.params.login]: _gone, ...collaborators } =
      repository.collaborators;
    state.putRepository({ ...repository, collaborators });
    response.status(204).end();
  });

  return router;
}
