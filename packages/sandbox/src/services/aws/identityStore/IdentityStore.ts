import { randomUUID } from 'node:crypto';
import type { Clock, Collection, Store } from '../../../kit';
import { resourceId } from '../instance';
import { conflict } from '../json';
import {
  SCIM,
  type ExternalId,
  type StoreGroup,
  type StoreMembership,
  type StoreUser,
  type UserAttributes,
} from './types';

/** Options of what is created. */
interface Origin {
  /** Who asks: an ARN or {@link SCIM}. */
  by: string;
  /** A new one if absent. */
  id?: string;
  /** For what provisioning brings. */
  externalId?: ExternalId;
}

/** The directory of IAM Identity Center: users, groups, and who is in which. */
export class IdentityStore {
  readonly users: Collection<StoreUser>;
  readonly groups: Collection<StoreGroup>;
  readonly memberships: Collection<StoreMembership>;
  readonly #clock: Clock;

  constructor(store: Store, clock: Clock) {
    this.users = store.collection<StoreUser>('aws', 'users');
    this.groups = store.collection<StoreGroup>('aws', 'groups');
    this.memberships = store.collection<StoreMembership>('aws', 'memberships');
    this.#clock = clock;
  }

  findUserByName(userName: string): StoreUser | undefined {
    return this.users.find(user => equal(user.UserName, userName));
  }

  findUserByEmail(email: string): StoreUser | undefined {
    return this.users.find(user =>
      (user.Emails ?? []).some(one => equal(one.Value, email)),
    );
  }

  /** @throws AwsError `ConflictException` where the name or an e-mail address is taken */
  createUser(attributes: UserAttributes, origin: Origin): StoreUser {
    const UserId = origin.id ?? resourceId(randomUUID());
    this.#refuseDuplicate(attributes);
    return this.users.put(UserId, {
      ...attributes,
      UserId,
      ...this.#origin(origin),
      UserStatus: 'ENABLED',
    });
  }

  /** @throws AwsError `ConflictException` where the name or an e-mail address is taken */
  updateUser(user: StoreUser, changes: Partial<StoreUser>, by: string) {
    const changed = { ...user, ...changes };
    this.#refuseDuplicate(changed, user.UserId);
    return this.users.put(user.UserId, { ...changed, ...this.#touched(by) });
  }

  /** Takes the user out of all groups too. Assignments stay, as in AWS, until someone deletes them. */
  deleteUser({ UserId }: StoreUser): void {
    for (const one of this.membershipsOf(UserId)) this.removeMembership(one);
    this.users.delete(UserId);
  }

  findGroupByName(displayName: string): StoreGroup | undefined {
    return this.groups.find(group => equal(group.DisplayName, displayName));
  }

  /** @throws AwsError `ConflictException` where the name is taken */
  createGroup(
    attributes: Pick<StoreGroup, 'DisplayName' | 'Description'>,
    origin: Origin,
  ): StoreGroup {
    if (this.findGroupByName(attributes.DisplayName)) {
      throw duplicate('GroupDisplayName');
    }
    const GroupId = origin.id ?? resourceId(randomUUID());
    return this.groups.put(GroupId, {
      ...attributes,
      GroupId,
      ...this.#origin(origin),
    });
  }

  updateGroup(group: StoreGroup, changes: Partial<StoreGroup>, by: string) {
    const changed = { ...group, ...changes, ...this.#touched(by) };
    return this.groups.put(group.GroupId, changed);
  }

  deleteGroup({ GroupId }: StoreGroup): void {
    for (const one of this.membersOf(GroupId)) this.removeMembership(one);
    this.groups.delete(GroupId);
  }

  membersOf(groupId: string): StoreMembership[] {
    return this.memberships.filter(one => one.GroupId === groupId);
  }

  membershipsOf(userId: string): StoreMembership[] {
    return this.memberships.filter(one => one.MemberId.UserId === userId);
  }

  findMembership(groupId: string, userId: string) {
    return this.memberships.find(
      one => one.GroupId === groupId && one.MemberId.UserId === userId,
    );
  }

  /** @throws AwsError `ConflictException` where the user is a member already */
  addMembership(
    { GroupId }: StoreGroup,
    { UserId }: StoreUser,
    origin: Origin,
  ): StoreMembership {
    if (this.findMembership(GroupId, UserId)) {
      throw conflict('Member and Group relationship already exists.', {
        Reason: 'UNIQUENESS_CONSTRAINT_VIOLATION',
      });
    }
    const MembershipId = origin.id ?? resourceId(randomUUID());
    return this.memberships.put(MembershipId, {
      MembershipId,
      GroupId,
      MemberId: { UserId },
      ...this.#origin(origin),
    });
  }

  removeMembership({ MembershipId }: StoreMembership): void {
    this.memberships.delete(MembershipId);
  }

  #origin({ by, externalId }: Origin) {
    const touched = this.#touched(by);
    return {
      ExternalIds: externalId && [externalId],
      CreatedAt: touched.UpdatedAt,
      CreatedBy: by,
      ...touched,
    };
  }

  #touched(by: string) {
    return { UpdatedAt: this.#clock.now().getTime() / 1000, UpdatedBy: by };
  }

  #refuseDuplicate({ UserName, Emails = [] }: UserAttributes, self?: string) {
    const named = this.findUserByName(UserName);
    if (named && named.UserId !== self) throw duplicate('UserName');
    for (const { Value } of Emails) {
      const reached = this.findUserByEmail(Value);
      if (reached && reached.UserId !== self) throw duplicate('Email');
    }
  }
}

/** Whether something came with provisioning rather than through the API. */
export function isProvisioned({ CreatedBy }: { CreatedBy: string }): boolean {
  return CreatedBy === SCIM;
}

function duplicate(attribute: string) {
  return conflict(`Duplicate ${attribute}`, {
    Reason: 'UNIQUENESS_CONSTRAINT_VIOLATION',
  });
}

function equal(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
