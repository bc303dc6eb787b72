import type { Collection, Store } from '../../../kit';
import type {
  ProvisionedGroup,
  ProvisionedUser,
  ProvisioningSource,
} from '../../okta';
import {
  SCIM,
  type IdentityStore,
  type StoreGroup,
  type StoreUser,
} from '../identityStore';
import { IDENTITY_STORE_ID, resourceIdOf } from '../instance';

/** Issuer of the external ids of what came from Okta. */
export const ISSUER = `https://scim.aws.com/${IDENTITY_STORE_ID.slice(2)}`;

/**
 * Brings users and groups into the directory as they are in Okta. It remembers what it brought, and pushes
 * only what differs from that, so that what was changed in AWS alone stays until Okta changes it.
 */
export class ScimClient {
  readonly #directory: IdentityStore;
  readonly #users: Collection<ProvisionedUser>;
  readonly #groups: Collection<ProvisionedGroup>;

  constructor(store: Store, directory: IdentityStore) {
    this.#directory = directory;
    this.#users = store.collection<ProvisionedUser>('aws', 'scim-users');
    this.#groups = store.collection<ProvisionedGroup>('aws', 'scim-groups');
  }

  /** Brings everything that differs. */
  pushAll(source: ProvisioningSource): void {
    const users = new Map(source.users().map(user => [user.id, user]));
    const ids = this.#users.list().map(user => user.id);
    for (const id of new Set([...users.keys(), ...ids])) {
      this.#bringUser(id, users.get(id));
    }
    this.#pushGroups(source, () => true);
  }

  /** Brings one user, and the groups of that user. */
  pushUser(source: ProvisioningSource, id: string): void {
    const current = source.users().find(user => user.id === id);
    this.#bringUser(id, current);
    this.#pushGroups(
      source,
      group =>
        group.memberIds.includes(id) ||
        this.#groups.get(group.id)?.memberIds.includes(id) === true,
    );
  }

  pushGroup(source: ProvisioningSource, id: string): void {
    this.#pushGroups(source, group => group.id === id);
  }

  #pushGroups(
    source: ProvisioningSource,
    isWanted: (group: ProvisionedGroup) => boolean,
  ) {
    const groups = new Map(source.groups().map(group => [group.id, group]));
    for (const group of groups.values()) {
      if (isWanted(group)) this.#bringGroup(group);
    }
    for (const known of this.#groups.list()) {
      if (isWanted(known) && !groups.has(known.id)) this.#removeGroup(known);
    }
  }

  #bringUser(id: string, source: ProvisionedUser | undefined) {
    const known = this.#users.get(id);
    // Okta deletes users that are deactivated; it never deletes them here.
    const current = source ?? (known && { ...known, active: false });
    if (!current || isSame(current, known)) return;
    if (!known && !current.active) return;
    const attributes = {
      UserName: current.userName,
      DisplayName: current.displayName,
      Name: {
        GivenName: current.givenName,
        FamilyName: current.familyName,
      },
      Emails: [{ Value: current.email, Type: 'work', Primary: true }],
      Title: current.title,
    };
    const user =
      this.#userOf(id) ?? this.#directory.findUserByName(current.userName);
    if (user) {
      const changes: Partial<StoreUser> = {
        ...attributes,
        ExternalIds: [{ Issuer: ISSUER, Id: id }],
        UserStatus: current.active ? 'ENABLED' : 'DISABLED',
      };
      this.#directory.updateUser(user, changes, SCIM);
    } else if (current.active) {
      this.#directory.createUser(attributes, origin(id));
    }
    this.#users.put(id, current);
  }

  #bringGroup(source: ProvisionedGroup) {
    const { id, name, description } = source;
    const known = this.#groups.get(id);
    const current = {
      ...source,
      memberIds: source.memberIds.filter(one => this.#users.get(one)?.active),
    };
    if (isSame(current, known)) return;
    const attributes = { DisplayName: name, Description: description };
    const found = this.#groupOf(id) ?? this.#directory.findGroupByName(name);
    const group = found
      ? this.#directory.updateGroup(
          found,
          { ...attributes, ExternalIds: [{ Issuer: ISSUER, Id: id }] },
          SCIM,
        )
      : this.#directory.createGroup(attributes, origin(id));
    this.#bringMembers(group, known?.memberIds ?? [], current.memberIds);
    this.#groups.put(id, current);
  }

  #bringMembers({ GroupId }: StoreGroup, before: string[], now: string[]) {
    const group = this.#directory.groups.get(GroupId)!;
    const membershipOf = ({ UserId }: StoreUser) =>
      this.#directory.findMembership(GroupId, UserId);
    for (const id of now.filter(one => !before.includes(one))) {
      const user = this.#userOf(id);
      if (user && !membershipOf(user)) {
        this.#directory.addMembership(group, user, {
          by: SCIM,
          id: resourceIdOf(`${group.GroupId} ${user.UserId}`),
        });
      }
    }
    for (const id of before.filter(one => !now.includes(one))) {
      const user = this.#userOf(id);
      const membership = user && membershipOf(user);
      if (membership) this.#directory.removeMembership(membership);
    }
  }

  #removeGroup({ id }: ProvisionedGroup) {
    const group = this.#groupOf(id);
    if (group) this.#directory.deleteGroup(group);
    this.#groups.delete(id);
  }

  #userOf(oktaId: string): StoreUser | undefined {
    return this.#directory.users.find(user => isFrom(user, oktaId));
  }

  #groupOf(oktaId: string): StoreGroup | undefined {
    return this.#directory.groups.find(group => isFrom(group, oktaId));
  }
}

function origin(oktaId: string) {
  const externalId = { Issuer: ISSUER, Id: oktaId };
  return { by: SCIM, id: resourceIdOf(oktaId), externalId };
}

function isFrom({ ExternalIds = [] }: StoreUser | StoreGroup, oktaId: string) {
  return ExternalIds.some(one => one.Issuer === ISSUER && one.Id === oktaId);
}

function isSame(a: object, b: object | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
