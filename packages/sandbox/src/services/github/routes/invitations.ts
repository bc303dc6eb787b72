import type { Request } from 'express';
import Router from 'express-promise-router';
import { callerOf } from '../authentication';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { invite, presentInvitation } from '../memberships';
import type { Invitation } from '../model';
import { paginate } from '../paginate';
import { presentTeam } from '../present/team';
import { Body } from './body';
import { organizationOf } from './organizations';

/** Invitations to the organisation: https://docs.github.com/rest/orgs/members */
export function invitationRoutes(github: Github) {
  const { state, present } = github;
  const router = Router();
  const base = '/orgs/:org/invitations';

  const find = (request: Request): Invitation => {
    organizationOf(github, request);
    const invitation = state.invitations.get(request.params.id);
    if (!invitation) throw GithubError.notFound();
    return invitation;
  };

  router.get(base, (request, response) => {
    organizationOf(github, request);
    response.json(
      paginate(request, response, present.web, state.invitations.list()).map(
        invitation => presentInvitation(github, invitation),
      ),
    );
  });

  router.get('/orgs/:org/failed_invitations', (request, response) => {
    organizationOf(github, request);
    response.json([]);
  });

  router.post(base, (request, response) => {
    organizationOf(github, request);
    const body = new Body(request, 'OrganizationInvitation');
    const invitee = body.number('invitee_id');
    const email = body.text('email');
    const account = state.accounts.find(
      one => one.type === 'User' && one.id === invitee,
    );
    if (invitee === undefined ? !email : !account) {
      throw GithubError.invalid(
        'OrganizationInvitation',
        invitee === undefined ? 'email' : 'invitee_id',
        'invalid',
      );
    }
    if (account?.role) {
      throw new GithubError(422, 'Validation Failed', [
        {
          resource: 'OrganizationInvitation',
          field: 'data',
          code: 'unprocessable',
          message: 'Invitee is already a part of this organization',
        },
      ]);
    }
    const ids = (body.list('team_ids') ?? []).map(Number);
    const teams = state.teams.filter(team => ids.includes(team.id));
    const invitation = invite(
      github,
      { account, email },
      {
        role: body.text('role') === 'admin' ? 'admin' : 'member',
        teams: Object.fromEntries(teams.map(({ slug }) => [slug, 'member'])),
        inviter: callerOf(request),
      },
    );
    response.status(201).json(presentInvitation(github, invitation));
  });

  router.delete(`${base}/:id(\\d+)`, (request, response) => {
    state.invitations.delete(String(find(request).id));
    response.status(204).end();
  });

  router.get(`${base}/:id(\\d+)/teams`, (request, response) => {
    const teams = Object.keys(find(request).teams).flatMap(
      slug => state.teams.get(slug) ?? [],
    );
    response.json(
      paginate(request, response, present.web, teams).map(team =>
        presentTeam(github, team),
      ),
    );
  });

  router.get('/orgs/:org/teams/:team/invitations', (request, response) => {
    organizationOf(github, request);
    const { slug } = state.team(request.params.team);
    const invitations = state.invitations.filter(one => slug in one.teams);
    response.json(
      paginate(request, response, present.web, invitations).map(invitation =>
        presentInvitation(github, invitation),
      ),
    );
  });

  return router;
}
