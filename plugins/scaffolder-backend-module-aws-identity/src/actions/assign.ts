import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  awsIdentityWritePermission,
  flowLog,
} from '@portico/plugin-flows-common';
import { guardedStep } from '@portico/plugin-flows-node';
import { ASSIGNMENT_REMOVER } from '../assignment/assignmentRemover';
import { isAssigned, settle } from '../assignment/settle';
import type { IdentityCenter } from '../client/IdentityCenter';
import { ensureUser } from '../user/ensureUser';
import { waitForUser } from '../user/waitForUser';
import type { ActionOptions } from './ActionOptions';
import { assignExamples } from './examples';
import {
  assignmentsInput,
  readAssignments,
  type ReadAssignment,
} from './readAssignments';

/** `aws:identity-center:assign`: gives a person permission sets in accounts. */
export function createAwsAssignAction(options: ActionOptions) {
  const { aws, guard, ledger, portalUrl } = options;
  return createTemplateAction({
    id: 'aws:identity-center:assign',
    description:
      'Gives a person access to AWS accounts through IAM Identity Center. Waits for SCIM to bring them, or makes them where there is no SCIM, and until each assignment has succeeded.',
    examples: assignExamples,
    supportsDryRun: true,
    schema: {
      input: z =>
        z
          .object({
            login: z
              .string()
              .describe('Name in the Identity Store: the login at Okta'),
            givenName: z.string().describe('Where there is no SCIM').optional(),
            familyName: z
              .string()
              .describe('Where there is no SCIM')
              .optional(),
            assignments: assignmentsInput(z),
          })
          .strict(),
      output: {
        created: z => z.boolean().describe('Whether this task gave any'),
        assigned: z => z.array(z.string()),
        kept: z => z.array(z.string()).describe('What they had before'),
        accessPortalUrl: z =>
          z.string().describe('Where people choose an account'),
      },
    },
    async handler(ctx) {
      const { input, logger, signal } = ctx;
      const { login: userName } = input;
      await guardedStep({
        guard,
        ctx,
        permission: awsIdentityWritePermission,
        eventId: 'aws-identity-center-assign',
        target: {
          name: `AWS access of ${userName}`,
          assignments: input.assignments,
        },
        work: () =>
          aws.use(signal, async center => {
            const wanted = await readAssignments(center, input.assignments);
            const names = wanted.map(({ name }) => name);
            const { accessPortalUrl } = center.config;
            if (accessPortalUrl) ctx.output('accessPortalUrl', accessPortalUrl);
            if (ctx.isDryRun) {
              logger.info(
                `Dry run: ${userName} would have ${
                  names.join(', ') || 'nothing'
                }`,
              );
              ctx.output('assigned', names);
              return;
            }
            const assigned: string[] = [];
            const userId = wanted.length ? await findUserId(center) : '';
            for (const [index, one] of wanted.entries()) {
              if (await ensure(center, userId, one)) assigned.push(one.name);
              logger.info(
                flowLog.progress({
                  done: index + 1,
                  total: wanted.length,
                  message: one.name,
                }),
              );
            }
            ctx.output('created', assigned.length > 0);
            ctx.output('assigned', assigned);
            ctx.output(
              'kept',
              names.filter(name => !assigned.includes(name)),
            );
          }),
      });

      async function findUserId(center: IdentityCenter): Promise<string> {
        if (center.config.scim) return waitForUser(center, userName, ctx);
        const [localPart] = userName.split('@');
        return ensureUser({
          ctx,
          ledger,
          center,
          portalUrl,
          user: {
            userName,
            givenName: input.givenName ?? localPart,
            familyName: input.familyName ?? localPart,
          },
        });
      }

      /** An assignment carries no mark, so whether this task made it is told by what the task saw at first. */
      async function ensure(
        center: IdentityCenter,
        userId: string,
        { name, ...ids }: ReadAssignment,
      ): Promise<boolean> {
        const assignment = { ...ids, userId };
        const isThere = await isAssigned(center, assignment);
        const { wasThere } = await ctx.checkpoint({
          key: `aws.assignment.${ids.accountId}.${ids.permissionSetArn}.${userId}.before`,
          fn: async () => ({ wasThere: isThere }),
        });
        const thing = {
          kind: 'AWS access',
          name: `${userName}: ${name}`,
          url: center.config.accessPortalUrl,
        };
        if (wasThere && isThere) {
          await ledger.note(ctx, 'kept', { ...thing, ifItFails: 'left alone' });
          logger.info(`${userName} has ${name} already`);
          return false;
        }
        await ledger.ensure(
          ctx,
          {
            ...thing,
            ifItFails: 'taken away',
            command: `aws sso-admin delete-account-assignment --instance-arn … --target-type AWS_ACCOUNT --target-id ${ids.accountId} --permission-set-arn ${ids.permissionSetArn} --principal-type USER --principal-id ${userId}`,
            remover: { id: ASSIGNMENT_REMOVER, params: { ...assignment } },
          },
          async () => {
            if (!isThere) {
              await settle(center, 'creation', assignment, { signal });
            }
            return { created: true };
          },
        );
        logger.info(`${userName} has been given ${name}`);
        return true;
      }
    },
  });
}
