import type { Request } from 'express';
import Router from 'express-promise-router';
import { TOKEN_LOGIN } from '../authentication';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import type { Team } from '../model';
import { paginate } from '../paginate';
import { presentTeam } from '../present/team';
import { Body } from './body';

/** https://docs.github.com/rest/teams/teams and `/teams/members` */
export function teamRoutes(github: Github) {
  const { state, present } = github;
  const router = Router();

  const check = (request: Request) => {
    const org = state.account(request.params.org);
    if (org?.type !== 'Organization') throw GithubError.notFound();
  };
  const teamOf = (request: Request): Team => {
    if (request.params.teamId) {
      const found = state.teams.find(
        team => String(team.id) === request.params.teamId,
      );
      if (!found) throw GithubError.notFound();
      return found;
    }
    check(request);
    return state.team(request.params.team);
  };
  const base = '/orgs/:org/teams';
  const one = [`${base}/:team`, '/organizations/:orgId/team/:teamId'];
  const below = (path: string) => one.map(prefix => `${prefix}${path}`);

  router.get(base, (request, response) => {
    check(request);
    response.json(
      paginate(request, response, present.web, state.teams.list()).map(team =>
        presentTeam(github, team),
      ),
    );
  });

  router.post(base, (request, response) => {
    check(request);
    const body = new Body(request, 'Team');
    const name = body.requiredText('name');
    const slug = name
      .toLowerCase()
      .replace(/[^a-z0-9_-]+/g, '-')
      .replace(/^-+|-+$/g, '');
    if (state.teams.get(slug)) {
      throw GithubError.invalid(
        'Team',
        'name',
        'already_exists',
        'Name must be unique for this org',
      );
    }
    const parentId = body.number('parent_team_id');
    const maintainers = body.texts('maintainers') ?? [TOKEN_LOGIN];
    const team = state.teams.put(slug, {
      id: state.nextId(),
      slug,
      name,
      description: body.text('description') ?? '',
      privacy: body.text('privacy') === 'secret' ? 'secret' : 'closed',
      parent: state.teams.find(candidate => candidate.id === parentId)?.slug,
      members: Object.fromEntries(
        maintainers.map(login => [login, 'maintainer']),
      ),
      createdAt: state.now(),
    });
    response.status(201).json(presentTeam(github, team));
  });

  router.get(one, (request, response) => {
    response.json(presentTeam(github, teamOf(request)));
  });

  router.patch(one, (request, response) => {
    const team = teamOf(request);
    const body = new Body(request, 'Team');
    const changed = state.teams.put(team.slug, {
      ...team,
      name: body.text('name') ?? team.name,
      description: body.text('description') ?? team.description,
    });
    response.json(presentTeam(github, changed));
  });

  router.delete(one, (request, response) => {
    const { slug } = teamOf(request);
    state.transaction(() => {
      state.teams.delete(slug);
      for (const repository of state.repositories.filter(
        r => slug in r.teams,
      )) {
        const { [slug]: _gone, ...teams } = repository.teams;
        state.putRepository({ ...repository, teams });
      }
    });
    response.status(204).end();
  });

  router.get(below('/members'), (request, response) => {
    const { role } = request.query;
    const logins = Object.entries(teamOf(request).members)
      .filter(([, has]) => !role || role === 'all' || role === has)
      .map(([login]) => login);
    response.json(
      paginate(request, response, present.web, logins).map(login =>
        present.user(login),
      ),
    );
  });

  const membership = (team: Team, login: string) => ({
    url: `${present.team(team).url}/memberships/${login}`,
    role: team.members[login],
    state: 'active',
  });

  router.get(below('/memberships/:login'), (request, response) => {
    const team = teamOf(request);
    const login = state.account(request.params.login)?.login ?? '';
    if (!team.members[login]) throw GithubError.notFound();
    response.json(membership(team, login));
  });

  router.put(below('/memberships/:login'), (request, response) => {
    const team = teamOf(request);
    const account = state.account(request.params.login);
    if (account?.type !== 'User') throw GithubError.notFound();
    const role = new Body(request, 'TeamMembership').text('role');
    // GitHub invites who is no member of the organisation yet; here the invitation is accepted at once.
    if (!account.role) {
      state.accounts.put(account.login.toLowerCase(), {
        ...account,
        role: 'member',
      });
    }
    const changed = state.teams.put(team.slug, {
      ...team,
      members: {
        ...team.members,
        [account.login]: role === 'maintainer' ? 'maintainer' : 'member',
      },
    });
    response.json(membership(changed, account.login));
  });

  router.delete(below('/memberships/:login'), (request, response) => {
    const team = teamOf(request);
    const login = state.account(request.params.login)?.login ?? '';
    if (!team.members[login]) throw GithubError.notFound();
    const { [login]: _gone, ...members } = team.members;
    state.teams.put(team.slug, { ...team, members });
    response.status(204).end();
  });

  router.get(below('/teams'), (request, response) => {
    const { slug } = teamOf(request);
    const children = state.teams.filter(team => team.parent === slug);
    response.json(
      paginate(request, response, present.web, children).map(team =>
        presentTeam(github, team),
      ),
    );
  });

  return router;
}
