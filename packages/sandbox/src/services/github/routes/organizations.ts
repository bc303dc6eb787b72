import Router from 'express-promise-router';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import type { Account } from '../model';
import { paginate } from '../paginate';
import { Body } from './body';

/** https://docs.github.com/rest/orgs/members */
export function organizationRoutes(github: Github) {
  const { state, present } = github;
  const router = Router();

  const organization = (login: string) => {
    const account = state.account(login);
    if (account?.type !== 'Organization') throw GithubError.notFound();
    return account;
  };
  const membership = (org: Account, user: Account) => ({
    url: `${present.api}/orgs/${org.login}/memberships/${user.login}`,
    state: 'active',
    role: user.role,
    organization_url: `${present.api}/orgs/${org.login}`,
    user: present.user(user.login),
    organization: present.organization(org),
  });
  const member = (login: string) => {
    const account = state.account(login);
    if (!account?.role) throw GithubError.notFound();
    return account;
  };

  router.get('/orgs/:org', (request, response) => {
    response.json(present.organization(organization(request.params.org)));
  });

  router.get(
    ['/orgs/:org/members', '/orgs/:org/public_members'],
    (request, response) => {
      organization(request.params.org);
      const { role } = request.query;
      const members = state.accounts.filter(
        account =>
          Boolean(account.role) &&
          (!role || role === 'all' || account.role === role),
      );
      response.json(
        paginate(request, response, present.web, members).map(account =>
          present.user(account.login),
        ),
      );
    },
  );

  router.get('/orgs/:org/members/:login', (request, response) => {
    organization(request.params.org);
    member(request.params.login);
    response.status(204).end();
  });

  router.delete(
    ['/orgs/:org/members/:login', '/orgs/:org/memberships/:login'],
    (request, response) => {
      organization(request.params.org);
      const { role: _role, ...account } = member(request.params.login);
      state.transaction(() => {
        state.accounts.put(account.login.toLowerCase(), account);
        for (const team of state.teams.filter(
          t => account.login in t.members,
        )) {
          const { [account.login]: _gone, ...members } = team.members;
          state.teams.put(team.slug, { ...team, members });
        }
      });
      response.status(204).end();
    },
  );

  router.get('/orgs/:org/memberships/:login', (request, response) => {
    const org = organization(request.params.org);
    response.json(membership(org, member(request.params.login)));
  });

  router.put('/orgs/:org/memberships/:login', (request, response) => {
    const org = organization(request.params.org);
    const account = state.account(request.params.login);
    if (!account || account.type !== 'User') throw GithubError.notFound();
    const role = new Body(request, 'Membership').text('role') ?? 'member';
    if (role !== 'admin' && role !== 'member') {
      throw GithubError.invalid('Membership', 'role', 'invalid');
    }
    const changed = state.accounts.put(account.login.toLowerCase(), {
      ...account,
      role,
    });
    response.json(membership(org, changed));
  });

  router.get('/orgs/:org/outside_collaborators', (request, response) => {
    organization(request.params.org);
    response.json([]);
  });

  return router;
}
