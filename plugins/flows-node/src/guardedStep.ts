import type {
  AuditorService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';

/** What an action needs to check rights and to leave a trace. */
export interface StepGuard {
  permissions: PermissionsService;
  auditor: AuditorService;
}

type StepContext = Pick<
  ActionContext<JsonObject>,
  | 'getInitiatorCredentials'
  | 'isDryRun'
  | 'task'
  | 'step'
  | 'user'
  | 'templateInfo'
>;

/**
 * Runs the part of an action that changes something: checks that whoever started the task
 * may do so, then runs `work` and writes an audit event that says how it ended. A dry run is
 * checked in the same way but leaves no audit event, since it changes nothing.
 *
 * @param options.eventId kebab-case name of the audit event, e.g. `terraform-apply`
 * @param options.target what is acted on, for the error and the audit event; never a secret
 * @throws NotAllowedError if the initiator lacks the permission
 */
export async function guardedStep<T>(options: {
  guard: StepGuard;
  ctx: StepContext;
  permission: BasicPermission;
  eventId: string;
  target: JsonObject & { name: string };
  work: () => Promise<T>;
}): Promise<T> {
  const { guard, ctx, permission, eventId, target, work } = options;
  const event = ctx.isDryRun
    ? undefined
    : await guard.auditor.createEvent({
        eventId,
        severityLevel: 'medium',
        meta: {
          taskId: ctx.task.id,
          stepId: ctx.step?.id ?? '',
          initiator: ctx.user?.ref ?? 'unknown',
          template: ctx.templateInfo?.entityRef ?? '',
          target,
        },
      });
  try {
    const credentials = await ctx.getInitiatorCredentials();
    const [decision] = await guard.permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `${ctx.user?.ref ?? 'Whoever started this task'} may not change ${
          target.name
        }: the permission '${
          permission.name
        }' is missing. Ask a platform engineer to add you to a group that has it.`,
      );
    }
    const result = await work();
    await event?.success();
    return result;
  } catch (error) {
    await event?.fail({ error: error as Error });
    throw error;
  }
}
