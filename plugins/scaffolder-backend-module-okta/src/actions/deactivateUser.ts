import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { oktaWritePermission } from '@portico/plugin-flows-common';
import { guardedStep } from '@portico/plugin-flows-node';
import type { ActionOptions } from './ActionOptions';
import { deactivateUserExamples } from './examples';
import { personInput } from './personInput';

/** `okta:deactivate-user`: ends a person's sessions and lets nobody sign in as them any more. */
export function createOktaDeactivateUserAction(options: ActionOptions) {
  const { orgs, guard, ledger } = options;
  return createTemplateAction({
    id: 'okta:deactivate-user',
    description:
      'Ends all sessions of a person in Okta, takes back their OAuth tokens and deactivates them. It is not undone if the task fails; an administrator can activate them again.',
    examples: deactivateUserExamples,
    supportsDryRun: true,
    schema: {
      input: z =>
        z
          .object({
            ...personInput(z),
          })
          .strict(),
      output: {
        changed: z => z.boolean().describe('Whether they were active before'),
        status: z => z.string().describe('DEPROVISIONED'),
        userUrl: z => z.string().describe("Page in Okta's console"),
      },
    },
    async handler(ctx) {
      const { logger, signal } = ctx;
      const { login } = ctx.input;
      const admin = orgs.admin(ctx.input.org, { logger, signal });
      await guardedStep({
        guard,
        ctx,
        permission: oktaWritePermission,
        eventId: 'okta-deactivate-user',
        target: { name: `Okta user ${login}`, org: admin.org.name },
        work: async () => {
          const person = await admin.get(login);
          const thing = {
            kind: 'Okta user',
            name: person.profile.login,
            url: admin.pageUrl(person),
          };
          ctx.output('userUrl', thing.url);
          if (person.status === 'DEPROVISIONED') {
            logger.info(`${login} is deactivated already; nothing changed`);
            await ledger.note(ctx, 'kept', {
              ...thing,
              ifItFails: 'left alone',
            });
            ctx.output('changed', false);
            ctx.output('status', person.status);
            return;
          }
          ctx.output('changed', true);
          if (ctx.isDryRun) {
            logger.info(
              `Dry run: the sessions of ${login} would end, and ${login} be deactivated`,
            );
            return;
          }
          // First the tokens, which outlive a deactivation; it ends what sessions come in between.
          await admin.revokeSessions(person.id);
          logger.info(`Sessions and OAuth tokens of ${login} revoked`);
          await admin.deactivate(person.id);
          const { status } = await admin.get(person.id);
          logger.info(`${login} deactivated (${status})`);
          await ledger.note(ctx, 'changed', {
            ...thing,
            ifItFails: 'stays deactivated',
          });
          ctx.output('status', status);
        },
      });
    },
  });
}
