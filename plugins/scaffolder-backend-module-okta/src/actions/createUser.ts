import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { oktaWritePermission } from '@portico/plugin-flows-common';
import { guardedStep } from '@portico/plugin-flows-node';
import { toUserName } from '@portico/plugin-okta-node';
import type { OktaAdmin, OktaPerson, Profile } from '../client/OktaAdmin';
import { ensureUser, keepOrRefuse } from '../user/ensureUser';
import { markedProfileUrl, readTaskMark } from '../user/taskMark';
import { OKTA_USER_REMOVER } from '../user/userRemover';
import type { ActionOptions } from './ActionOptions';
import { createUserExamples } from './examples';
import { orgInput } from './personInput';

/** `okta:create-user`: makes a person, or takes the one that this task made before. */
export function createOktaCreateUserAction(options: ActionOptions) {
  const { orgs, guard, ledger, portalUrl } = options;
  return createTemplateAction({
    id: 'okta:create-user',
    description:
      'Makes a person in Okta and activates them, or takes the one that this task made before. Someone who is there as wanted is left alone; someone else of that login is refused.',
    examples: createUserExamples,
    supportsDryRun: true,
    schema: {
      input: z =>
        z
          .object({
            org: orgInput(z),
            profile: z
              .object({
                firstName: z.string(),
                lastName: z.string(),
                email: z.string().describe('Work e-mail'),
              })
              .catchall(z.string())
              .describe(
                'Attributes of the person; beside the three any that the user schema has, e.g. title, department',
              ),
            login: z.string().describe('The e-mail if absent').optional(),
            manager: z
              .string()
              .describe('Display name of the manager')
              .optional(),
            activate: z
              .boolean()
              .describe('Whether they can sign in from now on (default true)')
              .optional(),
            sendEmail: z
              .boolean()
              .describe(
                'Whether Okta sends its own mail with the link that sets a password (default true)',
              )
              .optional(),
          })
          .strict(),
      output: {
        created: z => z.boolean().describe('Whether this task made them'),
        userId: z => z.string().describe('Id in Okta'),
        login: z => z.string(),
        status: z => z.string().describe('e.g. PROVISIONED'),
        userUrl: z => z.string().describe("Page in Okta's console"),
        entityRef: z =>
          z.string().describe('What the catalog will call the person'),
      },
    },
    async handler(ctx) {
      const { input, logger, signal } = ctx;
      const admin = orgs.admin(input.org, { logger, signal });
      const login = (input.login ?? input.profile.email).toLowerCase();
      const taskId = ctx.task.id;
      const entityName = toUserName(login);
      const wanted = dropEmpty({
        displayName: `${input.profile.firstName} ${input.profile.lastName}`,
        manager: input.manager ?? '',
        ...input.profile,
        login,
        profileUrl: markedProfileUrl({ portalUrl, entityName, taskId }),
      });
      ctx.output('login', login);
      ctx.output('entityRef', `user:default/${entityName}`);

      await guardedStep({
        guard,
        ctx,
        permission: oktaWritePermission,
        eventId: 'okta-create-user',
        target: { name: `Okta user ${login}`, org: admin.org.name },
        work: async () => {
          const found = await admin.find(login);
          const isOurs = found !== undefined && readTaskMark(found) === taskId;
          if (found && !isOurs) keepOrRefuse(admin, found, wanted);
          if (ctx.isDryRun) {
            ctx.output('created', !found);
            logger.info(
              `Dry run: ${login} ${
                found ? 'is there already' : 'would be made'
              }`,
            );
            return;
          }
          const created = !found || isOurs;
          const person = created ? await make(found) : found;
          if (!created) await keep(person);
          ctx.output('created', created);
          ctx.output('userId', person.id);
          ctx.output('status', person.status);
          ctx.output('userUrl', admin.pageUrl(person));
        },
      });

      async function make(found?: OktaPerson): Promise<OktaPerson> {
        const { person } = await ledger.ensure(
          ctx,
          {
            ...describe(admin, login),
            ifItFails: 'deactivated, then deleted',
            remover: {
              id: OKTA_USER_REMOVER,
              params: { org: admin.org.name, login },
            },
          },
          async () => {
            const ensured = await ensureUser({
              admin,
              wanted,
              taskId,
              found,
              activate: input.activate ?? true,
              sendEmail: input.sendEmail ?? true,
              logger,
            });
            return {
              person: ensured,
              created: true,
              url: admin.pageUrl(ensured),
            };
          },
        );
        return person;
      }

      async function keep(person: OktaPerson): Promise<void> {
        await ledger.note(ctx, 'kept', {
          ...describe(admin, login),
          url: admin.pageUrl(person),
          ifItFails: 'left alone',
        });
        logger.info(
          `Okta user ${login}: already there, as wanted (${person.status}); nothing changed`,
        );
      }
    },
  });
}

function describe(admin: OktaAdmin, login: string) {
  const url = `${admin.org.orgUrl}/api/v1/users/${login}`;
  const deletion = `curl -X DELETE -H "Authorization: SSWS $OKTA_TOKEN" "${url}"`;
  return {
    kind: 'Okta user',
    name: login,
    // The first call deactivates, the second deletes.
    command: `${deletion} && ${deletion}`,
  };
}

/** What the form left empty is no attribute. @throws InputError for one that Okta demands */
function dropEmpty(profile: Profile): Profile {
  const missing = ['firstName', 'lastName', 'email'].filter(
    key => !profile[key]?.trim(),
  );
  if (missing.length > 0) {
    throw new InputError(`The profile lacks ${missing.join(', ')}.`);
  }
  return Object.fromEntries(
    Object.entries(profile).filter(([, value]) => value.trim() !== ''),
  );
}
