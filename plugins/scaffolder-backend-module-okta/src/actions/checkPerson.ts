import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { oktaWritePermission } from '@portico/plugin-flows-common';
import { guardedStep } from '@portico/plugin-flows-node';
import { readOnboardingRules } from '../config/readOnboardingRules';
import { checkJoiner } from '../person/checkJoiner';
import { checkLeaver } from '../person/checkLeaver';
import { GithubAccounts } from '../person/GithubAccounts';
import type { People } from '../person/People';
import type { ActionOptions } from './ActionOptions';
import { checkPersonInput, checkPersonOutput } from './checkPerson.schema';
import { checkPersonExamples } from './examples';

/** `portico:check-person`: tells everything that is wrong with a request at once, and what follows from it. */
export function createCheckPersonAction(
  options: Pick<ActionOptions, 'orgs' | 'guard'> & {
    config: Config;
    people: People;
  },
) {
  const { orgs, guard, config, people } = options;
  const rules = readOnboardingRules(config);
  const github = GithubAccounts.fromConfig(config);
  return createTemplateAction({
    id: 'portico:check-person',
    description:
      'Checks a request to bring someone in or to see someone out before anything is changed, and decides login, groups and access from the rules of the config.',
    examples: checkPersonExamples,
    supportsDryRun: true,
    schema: { input: checkPersonInput, output: checkPersonOutput },
    async handler(ctx) {
      const { input, logger, signal } = ctx;
      const admin = orgs.admin(input.org, { logger, signal });
      const name = input.email ?? input.userRef ?? '';
      await guardedStep({
        guard,
        ctx,
        permission: oktaWritePermission,
        eventId: 'portico-check-person',
        target: { name: `request for ${name}`, purpose: input.purpose },
        work: async () => {
          const { problems, plan } =
            input.purpose === 'joining'
              ? await checkJoiner({
                  input,
                  taskId: ctx.task.id,
                  rules,
                  people,
                  admin,
                  github,
                  signal,
                })
              : await checkLeaver({
                  input,
                  rules,
                  people,
                  admin,
                  initiatorRef: ctx.user?.ref,
                });
          if (problems.length > 0) {
            throw new InputError(
              `${problems.join(
                ' ',
              )} Nothing was changed; start over with the same form and correct it.`,
            );
          }
          for (const [key, value] of Object.entries(plan)) {
            ctx.output(key as keyof typeof plan as never, value as never);
          }
          for (const line of describePlan(plan)) logger.info(line);
        },
      });
    },
  });
}

type Plan =
  | Awaited<ReturnType<typeof checkJoiner>>['plan']
  | Awaited<ReturnType<typeof checkLeaver>>['plan'];

function describePlan(plan: Plan): string[] {
  if ('successorRef' in plan) {
    return [
      plan.alreadyGone
        ? `${plan.displayName} (${plan.login}) is deactivated already: what is left is taken back`
        : `${plan.displayName} (${plan.login}) will be seen out`,
      `Takes over: ${plan.successorRef || 'nobody is known'}`,
      `GitHub: ${plan.githubLogin || 'no account is known'}`,
    ];
  }
  const access = plan.assignments.map(
    ({ account, permissionSet }) => `${permissionSet} in ${account}`,
  );
  return [
    plan.alreadyThere
      ? `${plan.displayName} (${plan.login}) was brought in before with the same details: what is missing is made, the rest stays`
      : `${plan.displayName} can be brought in as ${plan.login}`,
    `Okta groups: ${plan.groups.join(', ')}`,
    `AWS access: ${access.join(', ') || 'none'}`,
    `GitHub: ${plan.githubLogin || 'no account yet'}`,
  ];
}
