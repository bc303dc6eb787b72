import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { oktaWritePermission } from '@portico/plugin-flows-common';
import { guardedStep } from '@portico/plugin-flows-node';
import { MEMBERSHIP } from '../membership/ensureMembership';
import type { ActionOptions } from './ActionOptions';
import { removeGroupsExamples } from './examples';
import { personInput } from './personInput';

/** `okta:remove-groups`: takes a person out of groups. */
export function createOktaRemoveGroupsAction(options: ActionOptions) {
  const { orgs, guard, ledger } = options;
  return createTemplateAction({
    id: 'okta:remove-groups',
    description:
      'Takes a person out of Okta groups, by default out of all that can be left. It is not undone if the task fails.',
    examples: removeGroupsExamples,
    supportsDryRun: true,
    schema: {
      input: z =>
        z
          .object({
            ...personInput(z),
            groups: z
              .array(z.string())
              .describe('Names of groups; all if absent')
              .optional(),
          })
          .strict(),
      output: {
        changed: z => z.boolean().describe('Whether they left any'),
        removed: z => z.array(z.string()),
        kept: z =>
          z
            .array(z.string())
            .describe(
              'Groups that an application keeps and only it can change',
            ),
      },
    },
    async handler(ctx) {
      const { logger, signal } = ctx;
      const { login, groups: names } = ctx.input;
      const admin = orgs.admin(ctx.input.org, { logger, signal });
      await guardedStep({
        guard,
        ctx,
        permission: oktaWritePermission,
        eventId: 'okta-remove-groups',
        target: {
          name: `Okta groups of ${login}`,
          org: admin.org.name,
          groups: names ?? 'all',
        },
        work: async () => {
          const person = await admin.get(login);
          const current = (await admin.groupsOf(person.id)).filter(
            group =>
              group.type !== 'BUILT_IN' &&
              (names === undefined || names.includes(group.name)),
          );
          const kept = current.filter(({ type }) => type === 'APP_GROUP');
          const leaving = current.filter(({ type }) => type !== 'APP_GROUP');
          for (const { name } of kept) {
            logger.warn(
              `The Okta group ${name} is kept by an application: take ${login} out of it there`,
            );
          }
          const removed = leaving.map(({ name }) => name);
          if (ctx.isDryRun) {
            logger.info(
              `Dry run: ${login} would leave ${
                removed.join(', ') || 'nothing'
              }`,
            );
          } else {
            for (const { id, name } of leaving) {
              signal?.throwIfAborted();
              await admin.removeFromGroup(id, person.id);
              await ledger.note(ctx, 'removed', {
                kind: MEMBERSHIP,
                name: `${person.profile.login} in ${name}`,
                url: `${admin.org.adminUrl}/admin/group/${id}`,
                ifItFails: 'stays removed',
              });
              logger.info(`${login} taken out of the Okta group ${name}`);
            }
            if (leaving.length === 0) {
              logger.info(
                `${login} is in none of these groups; nothing changed`,
              );
            }
          }
          ctx.output('changed', removed.length > 0);
          ctx.output('removed', removed);
          ctx.output(
            'kept',
            kept.map(({ name }) => name),
          );
        },
      });
    },
  });
}
