import { InputError } from '@backstage/errors';
import { orUndefined } from '../client/githubError';
import type { OrgClient } from './createOrgClient';

/** Somebody's place in a team or in the organisation: `pending` until they take the invitation. */
export interface Membership {
  state: 'active' | 'pending';
  role: string;
}

/** https://docs.github.com/en/rest/teams/members#get-team-membership-for-a-user; `undefined` for none */
export async function findTeamMembership(
  { octokit, org }: OrgClient,
  team: string,
  username: string,
): Promise<Membership | undefined> {
  const answer = await orUndefined(
    octokit.rest.teams.getMembershipForUserInOrg({
      org,
      team_slug: team,
      username,
    }),
  );
  return answer && (answer.data as Membership);
}

/** https://docs.github.com/en/rest/orgs/members#get-organization-membership-for-a-user; `undefined` for none */
export async function findOrgMembership(
  { octokit, org }: OrgClient,
  username: string,
): Promise<Membership | undefined> {
  const answer = await orUndefined(
    octokit.rest.orgs.getMembershipForUser({ org, username }),
  );
  return answer && (answer.data as Membership);
}

/** @throws InputError for a team or an account that GitHub does not know */
export async function checkTeamAndUser(
  { octokit, org, host }: OrgClient,
  team: string,
  username: string,
): Promise<void> {
  const known = [
    await orUndefined(octokit.rest.teams.getByName({ org, team_slug: team })),
    await orUndefined(octokit.rest.users.getByUsername({ username })),
  ];
  if (!known[0]) {
    throw new InputError(
      `The organisation ${org} on ${host} has no team '${team}'.`,
    );
  }
  if (!known[1]) {
    throw new InputError(`There is no account '${username}' on ${host}.`);
  }
}

/** Takes someone out of a team; nothing happens if they are not in it. */
export async function leaveTeam(
  { octokit, org }: OrgClient,
  team: string,
  username: string,
): Promise<void> {
  await orUndefined(
    octokit.rest.teams.removeMembershipForUserInOrg({
      org,
      team_slug: team,
      username,
    }),
  );
}

/** Takes someone out of the organisation and all its teams, or takes the invitation back. */
export async function leaveOrg(
  { octokit, org }: OrgClient,
  username: string,
): Promise<void> {
  await orUndefined(
    octokit.rest.orgs.removeMembershipForUser({ org, username }),
  );
}
