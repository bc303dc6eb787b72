import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { EmailSender } from '@portico/plugin-email-node';
import { emailSendPermission } from '@portico/plugin-flows-common';
import {
  guardedStep,
  type FlowLedger,
  type StepGuard,
} from '@portico/plugin-flows-node';
import { examples } from './send.examples';
import { compose, sendInput } from './send.input';

/** `email:send`: sends one mail, once a step. */
export function createEmailSendAction(options: {
  email: EmailSender;
  guard: StepGuard;
  ledger: FlowLedger;
}) {
  const { email, guard, ledger } = options;
  return createTemplateAction({
    id: 'email:send',
    description:
      'Sends a mail as HTML and text, also to an address that the catalog does not know. A step that is run again after it has sent does not send a second time. The body is never logged.',
    examples,
    supportsDryRun: true,
    schema: {
      input: sendInput,
      output: {
        created: z => z.boolean().describe('Whether this task sent it'),
        messageId: z => z.string(),
      },
    },
    async handler(ctx) {
      const { input, logger, signal } = ctx;
      const to = [input.to].flat();
      const mail = compose(input);
      await guardedStep({
        guard,
        ctx,
        permission: emailSendPermission,
        eventId: 'email-send',
        target: { name: `mail to ${to.join(', ')}`, to },
        work: async () => {
          if (ctx.isDryRun) {
            logger.info(
              `Dry run: "${mail.subject}" would be sent to ${to.join(', ')}`,
            );
            ctx.output('created', true);
            return;
          }
          // Known before the first attempt, so that an attempt after a crash is the same mail to every mailbox.
          const key = `task-${ctx.task.id}.${ctx.step?.id ?? 'email'}.${to.join(
            ',',
          )}`;
          const { messageId } = await ledger.ensure(
            ctx,
            {
              kind: 'Mail',
              name: `"${mail.subject}" to ${to.join(', ')}`,
              ifItFails: 'stays sent',
            },
            () =>
              ctx.checkpoint({
                key: `email.sent.${to.join(',')}`,
                fn: async () => {
                  const sent = await email.send({
                    to,
                    ...mail,
                    messageId: key,
                    signal,
                  });
                  return { messageId: sent.messageId, created: true };
                },
              }),
          );
          logger.info(`"${mail.subject}" sent to ${to.join(', ')}`);
          ctx.output('created', true);
          ctx.output('messageId', messageId);
        },
      });
    },
  });
}
