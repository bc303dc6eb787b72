import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type {
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { foreignEntityPermission } from '@portico/plugin-flows-common';
import type { Memberships } from '@portico/plugin-flows-node';
import { Rights, type PermissionRules } from '../rules';
import {
  actions,
  ALLOW,
  DENY,
  entitiesAndTemplates,
  ownCosts,
  ownEntities,
  tasksOf,
} from './conditions';
import type { KnownActions } from './KnownActions';
import type { RoleMembers } from './RoleMembers';

/** Asked by flows: does the permission after it reach what others own? */
const FOREIGN = `${foreignEntityPermission.name}:`;

/**
 * Decides by the rules of `portico.permissions` and by the groups that a person belongs to now. What no
 * rule names is refused, so a new permission starts closed; so is everything to whoever left the catalog.
 */
export class PorticoPermissionPolicy implements PermissionPolicy {
  readonly #options: {
    auth: AuthService;
    logger: LoggerService;
    rules: PermissionRules;
    memberships: Memberships;
    knownActions: KnownActions;
    roleMembers: RoleMembers;
  };

  constructor(options: {
    auth: AuthService;
    logger: LoggerService;
    rules: PermissionRules;
    memberships: Memberships;
    knownActions: KnownActions;
    roleMembers: RoleMembers;
  }) {
    this.#options = options;
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const { auth, knownActions, memberships, rules } = this.#options;
    if (!user || !auth.isPrincipal(user.credentials, 'user')) return DENY;
    const { userEntityRef } = user.credentials.principal;
    const groups = await memberships.groupsOf(userEntityRef);
    if (!groups) return DENY;
    const rights = Rights.of(rules, groups);
    if (rights.isUnlimited()) return ALLOW;

    const { name } = permission;
    const templates = rights.templates();
    if (name === 'scaffolder.task.create') {
      return templates.length > 0 ? ALLOW : DENY;
    }
    if (name === 'scaffolder.action.execute') {
      const ids = await knownActions.list();
      return actions(ids.filter(id => rights.mayRunAction(id)));
    }
    if (name.startsWith(FOREIGN)) {
      const everywhere =
        rights.reachOf(foreignEntityPermission.name) === 'any' ||
        rights.reachOf(name.slice(FOREIGN.length)) === 'any';
      return everywhere ? ALLOW : DENY;
    }
    const reach = rights.reachOf(name);
    if (!reach) return DENY;
    if (reach === 'any') {
      return name === 'catalog.entity.read' && templates !== 'all'
        ? entitiesAndTemplates(templates)
        : ALLOW;
    }
    return this.#narrow(permission, {
      claims: [userEntityRef, ...groups],
      creators: [userEntityRef],
      sharing: rights.groupsSharing(name),
    });
  }

  /** The decision for a right that does not reach everything. */
  async #narrow(
    permission: Permission,
    person: { claims: string[]; creators: string[]; sharing: string[] },
  ): Promise<PolicyDecision> {
    const { logger, roleMembers } = this.#options;
    if (permission.type === 'resource') {
      if (permission.resourceType === 'catalog-entity') {
        return ownEntities(person.claims);
      }
      if (permission.resourceType === 'cost-subject') {
        return ownCosts(person.claims);
      }
      if (permission.resourceType === 'scaffolder-task') {
        const others = person.sharing.length
          ? await roleMembers.membersOf(person.sharing)
          : [];
        return tasksOf([...new Set([...person.creators, ...others])]);
      }
    } else if (permission.name.startsWith('portico.')) {
      return ALLOW; // the step that asks looks at the owner itself: guardedStep
    }
    logger.warn(
      `portico.permissions.rules: '${permission.name}' knows no owner, so 'on: own' allows it to nobody. Use 'on: any' or leave it out.`,
    );
    return DENY;
  }
}
