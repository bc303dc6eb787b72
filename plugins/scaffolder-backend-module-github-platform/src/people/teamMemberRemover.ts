import type { Remover } from '@portico/plugin-flows-node';
import { createOrgClient } from './createOrgClient';
import {
  findOrgMembership,
  findTeamMembership,
  leaveOrg,
  leaveTeam,
} from './membership';
import type { PeopleOptions } from './PeopleOptions';

export const TEAM_MEMBER_REMOVER = 'github:team-membership';

/** Takes someone out of the team that a task put them into, and out of the organisation that it invited them to. */
export function createTeamMemberRemover(
  options: Pick<PeopleOptions, 'integrations' | 'retryDelayMs'>,
): Remover {
  return {
    id: TEAM_MEMBER_REMOVER,
    async remove({ params }, step) {
      const { host, org, team, username, wasInOrg } = params as {
        host: string;
        org: string;
        team: string;
        username: string;
        wasInOrg: boolean;
      };
      const client = await createOrgClient({ ...options, ...step, host, org });
      const inTeam = await findTeamMembership(client, team, username);
      const inOrg = wasInOrg
        ? undefined
        : await findOrgMembership(client, username);
      if (!inTeam && !inOrg) return 'absent';
      if (inTeam) await leaveTeam(client, team, username);
      if (inOrg) await leaveOrg(client, username);
      return 'removed';
    },
  };
}
