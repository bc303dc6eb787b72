import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { oktaWritePermission } from '@portico/plugin-flows-common';
import { guardedStep } from '@portico/plugin-flows-node';
import { ensureMembership } from '../membership/ensureMembership';
import type { ActionOptions } from './ActionOptions';
import { assignGroupsExamples } from './examples';
import { personInput } from './personInput';

/** `okta:assign-groups`: puts a person into groups. */
export function createOktaAssignGroupsAction(options: ActionOptions) {
  const { orgs, guard, ledger } = options;
  return createTemplateAction({
    id: 'okta:assign-groups',
    description:
      'Puts a person into Okta groups. Groups they are in already stay as they are.',
    examples: assignGroupsExamples,
    supportsDryRun: true,
    schema: {
      input: z =>
        z
          .object({
            ...personInput(z),
            groups: z.array(z.string()).describe('Names of groups'),
          })
          .strict(),
      output: {
        created: z =>
          z.boolean().describe('Whether this task put them into any'),
        added: z => z.array(z.string()),
        kept: z =>
          z.array(z.string()).describe('Groups that they were in before'),
      },
    },
    async handler(ctx) {
      const { logger, signal } = ctx;
      const { login } = ctx.input;
      const names = [...new Set(ctx.input.groups)];
      const admin = orgs.admin(ctx.input.org, { logger, signal });
      await guardedStep({
        guard,
        ctx,
        permission: oktaWritePermission,
        eventId: 'okta-assign-groups',
        target: {
          name: `Okta groups of ${login}`,
          org: admin.org.name,
          groups: names,
        },
        work: async () => {
          // All that the input names has to be there before anything is changed.
          const groups = [];
          for (const name of names) groups.push(await admin.groupByName(name));
          if (ctx.isDryRun) {
            logger.info(`Dry run: ${login} would be in ${names.join(', ')}`);
            ctx.output('added', names);
            return;
          }
          const person = await admin.get(login);
          const current = new Set(
            (await admin.groupsOf(person.id)).map(({ id }) => id),
          );
          const added: string[] = [];
          for (const group of groups) {
            signal?.throwIfAborted();
            const isMember = current.has(group.id);
            const step = { ctx, ledger, admin, person, group, isMember };
            if (await ensureMembership(step)) added.push(group.name);
          }
          ctx.output('created', added.length > 0);
          ctx.output('added', added);
          ctx.output(
            'kept',
            names.filter(name => !added.includes(name)),
          );
        },
      });
    },
  });
}
