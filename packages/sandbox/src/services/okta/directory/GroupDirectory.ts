import type { Clock, Collection, Store } from '../../../kit';
import { OktaError } from '../OktaError';
import { createId } from './createId';
import {
  groupParty,
  userParty,
  type LogContext,
  type SystemLog,
} from './SystemLog';
import type { OktaGroup, OktaUser } from './types';

/** The organisation's groups and who is in them. */
export class GroupDirectory {
  readonly #groups: Collection<OktaGroup>;
  readonly #clock: Clock;
  readonly #log: SystemLog;

  constructor(options: { store: Store; clock: Clock; log: SystemLog }) {
    this.#groups = options.store.collection<OktaGroup>('okta', 'groups');
    this.#clock = options.clock;
    this.#log = options.log;
  }

  list(): OktaGroup[] {
    return this.#groups.list();
  }

  /** @throws OktaError 404 */
  get(id: string): OktaGroup {
    const group = this.#groups.get(id);
    if (!group) throw OktaError.notFound(id, 'UserGroup');
    return group;
  }

  isMember(group: OktaGroup, user: OktaUser): boolean {
    return group.type === 'BUILT_IN' || group.memberIds.includes(user.id);
  }

  ofUser(user: OktaUser): OktaGroup[] {
    return this.list().filter(group => this.isMember(group, user));
  }

  /** @throws OktaError 400 where the name is missing or taken */
  create(
    context: LogContext,
    profile: unknown,
    options?: { type?: OktaGroup['type']; id?: string },
  ): OktaGroup {
    const { type = 'OKTA_GROUP', id = createId('00g') } = options ?? {};
    const now = this.#now();
    const group = this.#groups.put(id, {
      id,
      created: now,
      lastUpdated: now,
      lastMembershipUpdated: now,
      type,
      profile: this.#validate(profile),
      memberIds: [],
    });
    this.#log.write(context, 'group.lifecycle.create', 'Create Okta group', [
      groupParty(group),
    ]);
    return group;
  }

  update(context: LogContext, group: OktaGroup, profile: unknown): OktaGroup {
    refuseBuiltIn(group);
    const updated = this.#groups.put(group.id, {
      ...group,
      lastUpdated: this.#now(),
      profile: this.#validate(profile, group),
    });
    this.#log.write(context, 'group.profile.update', 'Okta group updated', [
      groupParty(updated),
    ]);
    return updated;
  }

  remove(context: LogContext, group: OktaGroup): void {
    refuseBuiltIn(group);
    this.#groups.delete(group.id);
    this.#log.write(context, 'group.lifecycle.delete', 'Delete Okta group', [
      groupParty(group),
    ]);
  }

  /** No change where the user is a member already. */
  addMember(context: LogContext, group: OktaGroup, user: OktaUser): void {
    refuseBuiltIn(group);
    if (group.memberIds.includes(user.id)) return;
    this.#setMembers(group, [...group.memberIds, user.id]);
    this.#log.write(
      context,
      'group.user_membership.add',
      'Add user to group membership',
      [userParty(user), groupParty(group)],
    );
  }

  /** No change where the user is not a member. */
  removeMember(context: LogContext, group: OktaGroup, user: OktaUser): void {
    refuseBuiltIn(group);
    if (!group.memberIds.includes(user.id)) return;
    this.#setMembers(
      group,
      group.memberIds.filter(id => id !== user.id),
    );
    this.#log.write(
      context,
      'group.user_membership.remove',
      'Remove user from group membership',
      [userParty(user), groupParty(group)],
    );
  }

  /** Takes a user that is gone out of all groups. */
  forget(user: OktaUser): void {
    for (const group of this.list()) {
      if (group.memberIds.includes(user.id)) {
        this.#setMembers(
          group,
          group.memberIds.filter(id => id !== user.id),
        );
      }
    }
  }

  #setMembers({ id }: OktaGroup, memberIds: string[]) {
    const lastMembershipUpdated = this.#now();
    this.#groups.update(id, group => ({
      ...group,
      memberIds,
      lastMembershipUpdated,
    }));
  }

  #validate(profile: unknown, self?: OktaGroup): OktaGroup['profile'] {
    const { name } = (profile ?? {}) as { name?: unknown };
    if (typeof name !== 'string' || name.trim() === '') {
      throw OktaError.invalid('name', 'name: The field cannot be left blank');
    }
    if (name.length > 255) {
      throw OktaError.invalid('name', 'name: String is too long');
    }
    const isTaken = this.list().some(
      other => other.id !== self?.id && other.profile.name === name,
    );
    if (isTaken) {
      throw OktaError.invalid(
        'name',
        'name: An object with this field already exists in the current organization',
      );
    }
    return { ...(profile as OktaGroup['profile']) };
  }

  #now(): string {
    return this.#clock.now().toISOString();
  }
}

/** Okta keeps `Everyone` itself. */
function refuseBuiltIn(group: OktaGroup) {
  if (group.type === 'BUILT_IN') throw OktaError.forbidden();
}
