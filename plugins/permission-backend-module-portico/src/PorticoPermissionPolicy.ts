import type { UserInfoService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { flowsPermissions } from '@portico/plugin-flows-common';
import type { RoleGroups } from './roles';

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/** What an engineer may do without owning anything: run flows and register what they made. */
const ENGINEER_PERMISSIONS = new Set([
  'scaffolder.task.create',
  'scaffolder.action.execute',
  'scaffolder.template.dry-run',
  'catalog.entity.create',
  'catalog.location.create',
  'catalog.location.analyze',
  'kubernetes.proxy',
  ...flowsPermissions.map(permission => permission.name),
]);

/**
 * Everyone who is signed in reads the catalog and what hangs from it. Engineers run flows, and
 * change the entities that their groups own. Platform admins do everything. A task's log belongs
 * to whoever started it. What no rule names is refused, so a new permission starts closed.
 */
export class PorticoPermissionPolicy implements PermissionPolicy {
  readonly #userInfo: UserInfoService;
  readonly #roles: RoleGroups;

  constructor(options: { userInfo: UserInfoService; roles: RoleGroups }) {
    this.#userInfo = options.userInfo;
    this.#roles = options.roles;
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) return DENY;
    const { userEntityRef, ownershipEntityRefs } =
      await this.#userInfo.getUserInfo(user.credentials);
    const isOneOf = (groups: string[]) =>
      groups.some(group => ownershipEntityRefs.includes(group));
    if (isOneOf(this.#roles.platformAdmins)) return ALLOW;

    switch (permission.name) {
      case 'scaffolder.task.read':
      case 'scaffolder.task.cancel':
        return onlyIf('scaffolder', 'scaffolder-task', 'IS_TASK_OWNER', {
          createdBy: [userEntityRef],
        });
      case 'catalog.entity.refresh':
      case 'catalog.entity.delete':
        return isOneOf(this.#roles.engineers)
          ? onlyIf('catalog', 'catalog-entity', 'IS_ENTITY_OWNER', {
              claims: ownershipEntityRefs,
            })
          : DENY;
      default:
    }
    if (permission.attributes.action === 'read') return ALLOW;
    if (ENGINEER_PERMISSIONS.has(permission.name)) {
      return isOneOf(this.#roles.engineers) ? ALLOW : DENY;
    }
    return DENY;
  }
}

function onlyIf(
  pluginId: string,
  resourceType: string,
  rule: string,
  params: Record<string, string[]>,
): PolicyDecision {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId,
    resourceType,
    conditions: { rule, resourceType, params },
  };
}
