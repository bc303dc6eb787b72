import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { FlowLedger } from '@portico/plugin-flows-node';
import { describeOwned, listOwned } from '../person/listOwned';
import type { People } from '../person/People';
import { listOwnedExamples } from './examples';

/** `portico:list-owned`: what has to be handed over before someone leaves. It changes nothing. */
export function createListOwnedAction(options: {
  people: People;
  ledger: FlowLedger;
}) {
  const { people, ledger } = options;
  return createTemplateAction({
    id: 'portico:list-owned',
    description:
      'Lists what a person owns in the catalog, and the groups in which nobody else is, with a proposal who takes over.',
    examples: listOwnedExamples,
    supportsDryRun: true,
    schema: {
      input: z =>
        z
          .object({
            userRef: z
              .string()
              .describe(
                'Nothing is listed if empty: the catalog has forgotten them',
              ),
            successorRef: z.string().describe('Who takes over').optional(),
          })
          .strict(),
      output: {
        owned: z =>
          z.array(
            z.object({
              entityRef: z.string(),
              kind: z.string(),
              title: z.string(),
              path: z.string(),
              through: z.string().optional(),
              to: z.string(),
            }),
          ),
        count: z => z.number(),
        text: z => z.string().describe('The list as Markdown'),
      },
    },
    async handler(ctx) {
      const { userRef, successorRef = '' } = ctx.input;
      const user = userRef ? await people.findUser(userRef) : undefined;
      const owned = user
        ? await listOwned(people, userRef.toLowerCase(), successorRef)
        : [];
      for (const { kind, title, path, to, entityRef } of owned) {
        await ledger.note(ctx, 'kept', {
          kind: 'To hand over',
          name: `${kind} ${title}`,
          url: path,
          ifItFails: to ? `goes to ${to}` : 'nobody is known to take it',
        });
        ctx.logger.info(
          `${entityRef} has to be handed over${to ? ` to ${to}` : ''}`,
        );
      }
      const text = describeOwned(
        owned,
        user?.spec.profile?.displayName ?? userRef,
      );
      if (owned.length === 0) ctx.logger.info(text);
      ctx.output('owned', owned);
      ctx.output('count', owned.length);
      ctx.output('text', text);
    },
  });
}
