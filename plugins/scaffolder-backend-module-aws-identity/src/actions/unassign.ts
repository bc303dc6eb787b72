import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { awsIdentityWritePermission } from '@portico/plugin-flows-common';
import { guardedStep } from '@portico/plugin-flows-node';
import { settle } from '../assignment/settle';
import type { Assignment, IdentityCenter } from '../client/IdentityCenter';
import type { ActionOptions } from './ActionOptions';
import { unassignExamples } from './examples';
import { assignmentsInput, readAssignments } from './readAssignments';

/** `aws:identity-center:unassign`: takes away what a person was given directly. */
export function createAwsUnassignAction(
  options: Pick<ActionOptions, 'aws' | 'guard' | 'ledger'>,
) {
  const { aws, guard, ledger } = options;
  return createTemplateAction({
    id: 'aws:identity-center:unassign',
    description:
      'Takes away the access to AWS accounts that a person was given directly, by default all of it; what their groups give ends with the groups. It is not undone if the task fails.',
    examples: unassignExamples,
    supportsDryRun: true,
    schema: {
      input: z =>
        z
          .object({
            login: z
              .string()
              .describe('Name in the Identity Store: the login at Okta'),
            assignments: assignmentsInput(z)
              .describe('All if absent')
              .optional(),
          })
          .strict(),
      output: {
        changed: z => z.boolean().describe('Whether anything was taken away'),
        removed: z => z.array(z.string()),
      },
    },
    async handler(ctx) {
      const { logger, signal } = ctx;
      const { login: userName, assignments: wanted } = ctx.input;
      await guardedStep({
        guard,
        ctx,
        permission: awsIdentityWritePermission,
        eventId: 'aws-identity-center-unassign',
        target: {
          name: `AWS access of ${userName}`,
          assignments: wanted ?? 'all',
        },
        work: async () => {
          if (!aws.isConfigured) {
            // An organisation without AWS has nothing to take away; others should know that nobody looked.
            logger.warn(
              'No AWS Identity Center is configured (awsIdentity), so no access to AWS was looked for',
            );
            ctx.output('changed', false);
            ctx.output('removed', []);
            return;
          }
          await aws.use(signal, async center => {
            const chosen = wanted && (await readAssignments(center, wanted));
            const userId = await center.store.findUser(userName);
            const current = userId ? await center.assignmentsOf(userId) : [];
            const leaving = current.filter(
              one => !chosen || chosen.some(other => isSame(one, other)),
            );
            const names = await namesOf(center, leaving);
            if (leaving.length === 0) {
              logger.info(
                `${userName} has ${
                  userId ? 'none of this' : 'no user in AWS'
                }; nothing changed`,
              );
            }
            for (const [index, assignment] of leaving.entries()) {
              const name = names[index];
              if (ctx.isDryRun) {
                logger.info(`Dry run: ${userName} would lose ${name}`);
                continue;
              }
              await settle(center, 'deletion', assignment, { signal });
              await ledger.note(ctx, 'removed', {
                kind: 'AWS access',
                name: `${userName}: ${name}`,
                ifItFails: 'stays removed',
              });
              logger.info(`${name} taken from ${userName}`);
            }
            ctx.output('changed', leaving.length > 0);
            ctx.output('removed', names);
          });
        },
      });
    },
  });
}

function isSame(
  one: Assignment,
  other: Pick<Assignment, 'accountId' | 'permissionSetArn'>,
): boolean {
  return (
    one.accountId === other.accountId &&
    one.permissionSetArn === other.permissionSetArn
  );
}

/** In words; ids for what the config or AWS does not name. */
async function namesOf(
  center: IdentityCenter,
  assignments: Assignment[],
): Promise<string[]> {
  if (assignments.length === 0) return [];
  const sets = new Map(
    [...(await center.permissionSets())].map(([name, arn]) => [arn, name]),
  );
  return assignments.map(({ accountId, permissionSetArn }) => {
    const account = center.config.accounts.find(({ id }) => id === accountId);
    return `${sets.get(permissionSetArn) ?? permissionSetArn} in ${
      account?.name ?? accountId
    }`;
  });
}
