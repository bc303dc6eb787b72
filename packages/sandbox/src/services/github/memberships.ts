import type { Github } from './Github';
import { GithubError } from './GithubError';
import type { Account, Invitation, Team } from './model';

type Role = 'admin' | 'member';

/** The open invitation of an account. */
export function invitationOf(
  { state }: Github,
  account: Account,
): Invitation | undefined {
  return state.invitations.find(
    ({ login, email }) =>
      login === account.login ||
      (email !== undefined &&
        email.toLowerCase() === account.email?.toLowerCase()),
  );
}

/** Invites an account or an address to the organisation, or changes what its open invitation offers. */
export function invite(
  github: Github,
  invited: { account?: Account; email?: string },
  offer: { role?: Role; teams?: Team['members']; inviter: string },
): Invitation {
  const { state, webhooks, present } = github;
  const { account, email } = invited;
  const old = account
    ? invitationOf(github, account)
    : state.invitations.find(one => one.email === email);
  const id = old?.id ?? state.nextId();
  const invitation = state.invitations.put(String(id), {
    id,
    login: account?.login,
    email: account ? undefined : email,
    inviter: offer.inviter,
    createdAt: state.now(),
    ...old,
    role: offer.role ?? old?.role ?? 'member',
    teams: { ...old?.teams, ...offer.teams },
  });
  if (!old) {
    webhooks.emit({
      event: 'organization',
      action: 'member_invited',
      sender: offer.inviter,
      payload: {
        invitation: presentInvitation(github, invitation),
        ...(account && { user: present.user(account.login) }),
      },
    });
  }
  return invitation;
}

/**
 * Makes an invited account a member of the organisation and of the teams that it was invited to.
 *
 * @throws GithubError 404 if it is not invited
 */
export function acceptInvitation(github: Github, account: Account): Account {
  const { state } = github;
  const invitation = invitationOf(github, account);
  if (!invitation) throw GithubError.notFound();
  const { role, teams } = invitation;
  const member = state.transaction(() => {
    state.invitations.delete(String(invitation.id));
    return state.accounts.put(account.login.toLowerCase(), {
      ...account,
      role,
    });
  });
  announce(github, 'member_added', member, member.login);
  for (const [slug, teamRole] of Object.entries(teams)) {
    if (state.teams.get(slug))
      joinTeam(github, state.team(slug), member, teamRole, member.login);
  }
  return member;
}

/**
 * Takes an account out of the organisation and its teams, or takes its invitation back.
 *
 * @throws GithubError 404 if it is neither a member nor invited, 403 for the last owner
 */
export function removeMember(
  github: Github,
  account: Account,
  actor: string,
): void {
  const { state } = github;
  const invitation = invitationOf(github, account);
  if (invitation) state.invitations.delete(String(invitation.id));
  if (!account.role) {
    if (!invitation) throw GithubError.notFound();
    return;
  }
  const owners = state.accounts.filter(one => one.role === 'admin');
  if (account.role === 'admin' && owners.length === 1) {
    throw new GithubError(403, 'Cannot remove the last owner');
  }
  const { role: _role, ...rest } = account;
  state.transaction(() => {
    for (const team of state.teams.filter(t => account.login in t.members))
      leaveTeam(github, team, account, actor);
    state.accounts.put(account.login.toLowerCase(), rest);
  });
  announce(github, 'member_removed', rest, actor);
}

/** Puts a member of the organisation into a team, or gives them another role there. */
export function joinTeam(
  github: Github,
  team: Team,
  account: Account,
  role: Team['members'][string],
  actor: string,
): Team {
  const before = team.members[account.login];
  const changed = github.state.teams.put(team.slug, {
    ...team,
    members: { ...team.members, [account.login]: role },
  });
  if (!before) announceTeam(github, 'added', changed, account, actor);
  return changed;
}

/** Takes someone out of a team. */
export function leaveTeam(
  github: Github,
  team: Team,
  account: Account,
  actor: string,
): void {
  const { [account.login]: _gone, ...members } = team.members;
  const changed = github.state.teams.put(team.slug, { ...team, members });
  announceTeam(github, 'removed', changed, account, actor);
}

/** https://docs.github.com/rest/orgs/members#list-pending-organization-invitations */
export function presentInvitation(
  { present, organization }: Pick<Github, 'present' | 'organization'>,
  invitation: Invitation,
) {
  const { id, login, email, role, teams } = invitation;
  return {
    id,
    node_id: Buffer.from(`022:OrganizationInvitation${id}`).toString('base64'),
    login: login ?? null,
    email: email ?? null,
    role: role === 'admin' ? 'admin' : 'direct_member',
    created_at: invitation.createdAt,
    failed_at: null,
    failed_reason: null,
    inviter: present.user(invitation.inviter),
    team_count: Object.keys(teams).length,
    invitation_teams_url: `${present.api}/orgs/${organization}/invitations/${id}/teams`,
    invitation_source: 'member',
  };
}

function announce(
  github: Github,
  action: string,
  account: Account,
  sender: string,
) {
  const { webhooks, present, organization } = github;
  webhooks.emit({
    event: 'organization',
    action,
    sender,
    payload: {
      membership: {
        url: `${present.api}/orgs/${organization}/memberships/${account.login}`,
        state: account.role ? 'active' : 'inactive',
        role: account.role ?? 'unaffiliated',
        user: present.user(account.login),
      },
    },
  });
}

function announceTeam(
  { webhooks, present }: Github,
  action: string,
  team: Team,
  account: Account,
  sender: string,
) {
  webhooks.emit({
    event: 'membership',
    action,
    sender,
    payload: {
      scope: 'team',
      member: present.user(account.login),
      team: present.team(team),
    },
  });
}
