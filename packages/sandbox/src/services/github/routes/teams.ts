import type { Request } from 'express';
import Router from 'express-promise-router';
import { callerOf } from '../authentication';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { invitationOf, invite, joinTeam, leaveTeam } from '../memberships';
import type { Account, Team } from '../model';
import { paginate } from '../paginate';
import { presentTeam } from '../present/team';
import { Body } from './body';
import { organizationOf } from './organizations';

/** https://docs.github.com/rest/teams/teams and `/teams/members` */
export function teamRoutes(github: Github) {
  const { state, present } = github;
  const router = Router();

  const check = (request: Request) => organizationOf(github, request);
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
    const maintainers = body.texts('maintainers') ?? [callerOf(request)];
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

  const accountOf = (request: Request): Account => {
    const account = state.account(request.params.login);
    if (account?.type !== 'User') throw GithubError.notFound();
    return account;
  };
  const membership = (team: Team, account: Account) => {
    const pending = invitationOf(github, account)?.teams[team.slug];
    const role = team.members[account.login] ?? pending;
    if (!role) throw GithubError.notFound();
    return {
      url: `${present.team(team).url}/memberships/${account.login}`,
      role,
      state: pending ? 'pending' : 'active',
    };
  };

  router.get(below('/memberships/:login'), (request, response) => {
    response.json(membership(teamOf(request), accountOf(request)));
  });

  router.put(below('/memberships/:login'), (request, response) => {
    const team = teamOf(request);
    const account = accountOf(request);
    const wanted = new Body(request, 'TeamMembership').text('role');
    const role = wanted === 'maintainer' ? 'maintainer' : 'member';
    const caller = callerOf(request);
    if (account.role) {
      joinTeam(github, team, account, role, caller);
    } else {
      const teams = { [team.slug]: role } as const;
      invite(github, { account }, { teams, inviter: caller });
    }
    response.json(membership(state.team(team.slug), account));
  });

  router.delete(below('/memberships/:login'), (request, response) => {
    const team = teamOf(request);
    const account = accountOf(request);
    if (membership(team, account).state === 'pending') {
      const invitation = invitationOf(github, account)!;
      const { [team.slug]: _gone, ...teams } = invitation.teams;
      state.invitations.put(String(invitation.id), { ...invitation, teams });
    } else {
      leaveTeam(github, team, account, callerOf(request));
    }
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
