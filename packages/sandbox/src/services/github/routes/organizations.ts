import type { Request } from 'express';
import Router from 'express-promise-router';
import { callerOf } from '../authentication';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import {
  acceptInvitation,
  invitationOf,
  invite,
  removeMember,
} from '../memberships';
import type { Account } from '../model';
import { paginate } from '../paginate';
import { Body } from './body';

/** The organisation of a route with `:org`. */
export function organizationOf({ state }: Github, request: Request): Account {
  const account = state.account(request.params.org);
  if (account?.type !== 'Organization') throw GithubError.notFound();
  return account;
}

/** https://docs.github.com/rest/orgs/members */
export function organizationRoutes(github: Github) {
  const { state, present } = github;
  const router = Router();

  const userOf = (login: string): Account => {
    const account = state.account(login);
    if (account?.type !== 'User') throw GithubError.notFound();
    return account;
  };
  const membership = (org: Account, user: Account) => {
    const role = user.role ?? invitationOf(github, user)?.role;
    if (!role) throw GithubError.notFound();
    return {
      url: `${present.api}/orgs/${org.login}/memberships/${user.login}`,
      state: user.role ? 'active' : 'pending',
      role,
      organization_url: `${present.api}/orgs/${org.login}`,
      user: present.user(user.login),
      organization: present.organization(org),
    };
  };

  router.get('/orgs/:org', (request, response) => {
    response.json(present.organization(organizationOf(github, request)));
  });

  router.get(
    ['/orgs/:org/members', '/orgs/:org/public_members'],
    (request, response) => {
      organizationOf(github, request);
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
    organizationOf(github, request);
    if (!userOf(request.params.login).role) throw GithubError.notFound();
    response.status(204).end();
  });

  router.delete('/orgs/:org/members/:login', (request, response) => {
    organizationOf(github, request);
    const account = userOf(request.params.login);
    if (!account.role) throw GithubError.notFound();
    removeMember(github, account, callerOf(request));
    response.status(204).end();
  });

  router.delete('/orgs/:org/memberships/:login', (request, response) => {
    organizationOf(github, request);
    removeMember(github, userOf(request.params.login), callerOf(request));
    response.status(204).end();
  });

  router.get('/orgs/:org/memberships/:login', (request, response) => {
    const org = organizationOf(github, request);
    response.json(membership(org, userOf(request.params.login)));
  });

  router.put('/orgs/:org/memberships/:login', (request, response) => {
    const org = organizationOf(github, request);
    const account = userOf(request.params.login);
    const role = new Body(request, 'Membership').text('role') ?? 'member';
    if (role !== 'admin' && role !== 'member') {
      throw GithubError.invalid('Membership', 'role', 'invalid');
    }
    if (account.role) {
      state.accounts.put(account.login.toLowerCase(), { ...account, role });
    } else {
      invite(github, { account }, { role, inviter: callerOf(request) });
    }
    response.json(membership(org, userOf(account.login)));
  });

  router.get('/orgs/:org/outside_collaborators', (request, response) => {
    organizationOf(github, request);
    response.json([]);
  });

  const own = '/user/memberships/orgs';

  router.get(own, (request, response) => {
    const account = userOf(callerOf(request));
    const wanted = request.query.state;
    const memberships = state.accounts
      .filter(org => org.type === 'Organization')
      .filter(() => account.role || invitationOf(github, account))
      .map(org => membership(org, account))
      .filter(one => !wanted || one.state === wanted);
    response.json(memberships);
  });

  router.get(`${own}/:org`, (request, response) => {
    const org = organizationOf(github, request);
    response.json(membership(org, userOf(callerOf(request))));
  });

  router.patch(`${own}/:org`, (request, response) => {
    const org = organizationOf(github, request);
    if (new Body(request, 'Membership').requiredText('state') !== 'active') {
      throw GithubError.invalid('Membership', 'state', 'invalid');
    }
    const account = userOf(callerOf(request));
    response.json(
      membership(
        org,
        account.role ? account : acceptInvitation(github, account),
      ),
    );
  });

  return router;
}
