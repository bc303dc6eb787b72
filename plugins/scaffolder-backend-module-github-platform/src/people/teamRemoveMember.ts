import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { githubTeamWritePermission } from '@portico/plugin-flows-common';
import { guardedStep } from '@portico/plugin-flows-node';
import { accountInput } from './accountInput';
import { createOrgClient } from './createOrgClient';
import {
  findOrgMembership,
  findTeamMembership,
  leaveOrg,
  leaveTeam,
} from './membership';
import type { PeopleOptions } from './PeopleOptions';
import { removeMemberExamples } from './people.examples';

/** `github:team:remove-member`: takes an account out of a team, or out of the organisation. */
export function createGithubTeamRemoveMemberAction(options: PeopleOptions) {
  const { guard, ledger, ...access } = options;
  return createTemplateAction({
    id: 'github:team:remove-member',
    description:
      'Takes a GitHub account out of a team, or, where no team is named, out of the organisation with all its teams. It is not undone if the task fails.',
    examples: removeMemberExamples,
    supportsDryRun: true,
    schema: {
      input: z =>
        z
          .object({
            ...accountInput(z),
            team: z
              .string()
              .describe('Slug; the whole organisation if absent')
              .optional(),
          })
          .strict(),
      output: {
        changed: z => z.boolean().describe('Whether they were there before'),
      },
    },
    async handler(ctx) {
      const { logger, signal } = ctx;
      const { host, org, team, username } = ctx.input;
      const place = team ? `${org}/${team}` : org;
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
        eventId: 'github-team-remove-member',
        target: {
          name: team ? `GitHub team ${place}` : `GitHub organisation ${org}`,
          username,
        },
        work: async () => {
          const found = team
            ? await findTeamMembership(client, team, username)
            : await findOrgMembership(client, username);
          ctx.output('changed', found !== undefined);
          if (!found) {
            logger.info(`${username} is not in ${place}; nothing changed`);
            return;
          }
          if (ctx.isDryRun) {
            logger.info(`Dry run: ${username} would leave ${place}`);
            return;
          }
          if (team) await leaveTeam(client, team, username);
          else await leaveOrg(client, username);
          await ledger.note(ctx, 'removed', {
            kind: team ? 'GitHub team membership' : 'GitHub membership',
            name: `${username} in ${place}`,
            ifItFails: 'stays removed',
          });
          logger.info(`${username} taken out of ${place}`);
        },
      });
    },
  });
}
