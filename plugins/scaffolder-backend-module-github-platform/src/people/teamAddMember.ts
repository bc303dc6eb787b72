import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { githubTeamWritePermission } from '@portico/plugin-flows-common';
import { guardedStep } from '@portico/plugin-flows-node';
import { accountInput } from './accountInput';
import { createOrgClient } from './createOrgClient';
import {
  checkTeamAndUser,
  findOrgMembership,
  findTeamMembership,
} from './membership';
import type { PeopleOptions } from './PeopleOptions';
import { addMemberExamples } from './people.examples';
import { TEAM_MEMBER_REMOVER } from './teamMemberRemover';

/** `github:team:add-member`: puts an account into a team, with an invitation to the organisation where it needs one. */
export function createGithubTeamAddMemberAction(options: PeopleOptions) {
  const { guard, ledger, ...access } = options;
  return createTemplateAction({
    id: 'github:team:add-member',
    description:
      'Puts a GitHub account into a team. An account outside the organisation is invited, and is in the team once it accepts.',
    examples: addMemberExamples,
    supportsDryRun: true,
    schema: {
      input: z =>
        z
          .object({
            ...accountInput(z),
            team: z.string().describe('Slug, e.g. `commerce`'),
            role: z
              .enum(['member', 'maintainer'])
              .describe('Default member')
              .optional(),
          })
          .strict(),
      output: {
        created: z => z.boolean().describe('Whether this task put them there'),
        state: z => z.string().describe('active, or pending until they accept'),
        teamUrl: z => z.string(),
      },
    },
    async handler(ctx) {
      const { logger, signal } = ctx;
      const { host, org, team, username, role = 'member' } = ctx.input;
      const client = await createOrgClient({
        ...access,
        host,
        org,
        logger,
        signal,
      });
      await guardedStep({
        guard,
        ctx,
        permission: githubTeamWritePermission,
        eventId: 'github-team-add-member',
        target: { name: `GitHub team ${org}/${team}`, username },
        work: async () => {
          await checkTeamAndUser(client, team, username);
          const inTeam = await findTeamMembership(client, team, username);
          if (ctx.isDryRun) {
            logger.info(
              `Dry run: ${username} ${
                inTeam ? 'is' : 'would be'
              } in ${org}/${team}`,
            );
            ctx.output('created', !inTeam);
            return;
          }
          const inOrg = await findOrgMembership(client, username);
          // A membership carries no mark: what the task saw at first tells whether it made it.
          const before = await ctx.checkpoint({
            key: `github.team.${org}.${team}.${username}.before`,
            fn: async () => ({
              inTeam: inTeam !== undefined,
              inOrg: inOrg !== undefined,
            }),
          });
          const { data } = await client.octokit.rest.teams.getByName({
            org,
            team_slug: team,
          });
          const thing = {
            kind: 'GitHub team membership',
            name: `${username} in ${org}/${team}`,
            url: data.html_url,
          };
          ctx.output('teamUrl', data.html_url);
          if (before.inTeam && inTeam) {
            await ledger.note(ctx, 'kept', {
              ...thing,
              ifItFails: 'left alone',
            });
            logger.info(`${username} is in ${org}/${team} already`);
            ctx.output('created', false);
            ctx.output('state', inTeam.state);
            return;
          }
          const { state } = await ledger.ensure(
            ctx,
            {
              ...thing,
              ifItFails: before.inOrg
                ? 'taken out of the team'
                : 'taken out of the team and the organisation',
              command: `gh api -X DELETE ${
                before.inOrg
                  ? `orgs/${org}/teams/${team}/memberships/${username}`
                  : `orgs/${org}/memberships/${username}`
              }`,
              remover: {
                id: TEAM_MEMBER_REMOVER,
                params: {
                  host: client.host,
                  org,
                  team,
                  username,
                  wasInOrg: before.inOrg,
                },
              },
            },
            async () => {
              if (inTeam) return { state: inTeam.state, created: true };
              const answer =
                await client.octokit.rest.teams.addOrUpdateMembershipForUserInOrg(
                  { org, team_slug: team, username, role },
                );
              return { state: answer.data.state, created: true };
            },
          );
          logger.info(
            state === 'pending'
              ? `${username} invited to ${org} and its team ${team}; in it once they accept`
              : `${username} put into ${org}/${team}`,
          );
          ctx.output('created', true);
          ctx.output('state', state);
        },
      });
    },
  });
}
