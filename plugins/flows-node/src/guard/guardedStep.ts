import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  createPermission,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { foreignEntityPermission } from '@portico/plugin-flows-common';
import type { StepGuard } from './StepGuard';

/** What a step acts on; goes into errors and the audit event, so never a secret. */
export type StepTarget = JsonObject & {
  /** In words, e.g. "Argo CD application orders-dev". */
  name: string;
  /** Entity that it belongs to; only its owners may change it. */
  entityRef?: string;
  /** Group that will own it, for an entity that the catalog does not have yet. */
  owner?: string;
  /** Repository on GitHub that it changes, e.g. `mini-org/orders`; only owners of what lives in it may. */
  repository?: string;
};

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
 * may do so to this target, then runs `work` and writes an audit event that says how it ended. A dry
 * run is checked in the same way but leaves no audit event, since it changes nothing.
 *
 * @param options.eventId kebab-case name of the audit event, e.g. `terraform-apply`
 * @throws NotAllowedError if the initiator lacks the permission, or someone else owns the target
 */
export async function guardedStep<T>(options: {
  guard: StepGuard;
  ctx: StepContext;
  permission: BasicPermission;
  eventId: string;
  target: StepTarget;
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
    await authorize({
      guard,
      credentials: await ctx.getInitiatorCredentials(),
      who: ctx.user?.ref ?? 'Whoever started this task',
      permission,
      target,
    });
    const result = await work();
    await event?.success();
    return result;
  } catch (error) {
    await event?.fail({ error: error as Error });
    throw error;
  }
}

/** Whether `permission` holds whoever owns the target: `portico.entity.foreign:portico.terraform.apply`. */
function onAnyEntity({ name }: BasicPermission): BasicPermission {
  return createPermission({
    name: `${foreignEntityPermission.name}:${name}`,
    attributes: foreignEntityPermission.attributes,
  });
}

async function authorize(options: {
  guard: StepGuard;
  credentials: BackstageCredentials;
  who: string;
  permission: BasicPermission;
  target: StepTarget;
}): Promise<void> {
  const { guard, credentials, who, permission, target } = options;
  const [own, foreign] = await guard.permissions.authorize(
    [{ permission }, { permission: onAnyEntity(permission) }],
    { credentials },
  );
  if (own.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `${who} may not change ${target.name}: the permission '${permission.name}' is missing. Ask a platform engineer to add you to a group that has it.`,
    );
  }
  const { entityRef, owner, repository } = target;
  if (!entityRef && !owner && !repository) return;
  if (foreign.result === AuthorizeResult.ALLOW) return;
  const requireOneOf = async (owners: string[]) => {
    for (const candidate of owners) {
      if (await guard.owners.isMember(credentials, candidate)) return;
    }
    throw new NotAllowedError(
      `${who} may not change ${target.name}: it belongs to ${owners.join(
        ' and ',
      )}. Ask one of its members to start this, or a platform engineer.`,
    );
  };
  if (entityRef || owner) {
    await requireOneOf([await guard.owners.ownerOf(target)]);
  }
  const sharers = repository
    ? await guard.owners.ownersOfRepository(repository)
    : [];
  if (sharers.length > 0) await requireOneOf(sharers);
}
