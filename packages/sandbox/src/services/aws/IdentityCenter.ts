import type { Inventory, Kit } from '../../kit';
import type { World } from '../../world';
import { sourceOfWorld, type ProvisioningSource } from '../okta';
import type { AwsApi } from './AwsApi';
import {
  createIdentityStoreApi,
  IdentityStore,
  isProvisioned,
} from './identityStore';
import { createOrganizationsApi } from './organizations';
import { Provisioning, ScimClient, type ScimOptions } from './scim';
import {
  AccountAssignments,
  createSsoAdminApi,
  PERMISSION_SETS,
  seedAssignments,
  type Assignment,
} from './ssoAdmin';

/** IAM Identity Center of the organisation: its directory, who is assigned what in which account, and provisioning from Okta. */
export class IdentityCenter {
  readonly directory: IdentityStore;
  readonly assignments: AccountAssignments;
  readonly scim: ScimOptions;
  readonly world: World;
  readonly #okta: ProvisioningSource | undefined;
  readonly #client: ScimClient;
  readonly #provisioning: Provisioning;

  constructor(options: {
    kit: Kit;
    world: World;
    okta: ProvisioningSource | undefined;
    scim: ScimOptions;
  }) {
    const { kit, world, okta, scim } = options;
    const { store, clock } = kit;
    this.world = world;
    this.scim = scim;
    this.directory = new IdentityStore(store, clock);
    this.assignments = new AccountAssignments(store, clock, this.directory);
    this.#okta = okta;
    this.#client = new ScimClient(store, this.directory);
    this.#provisioning = new Provisioning({
      kit,
      client: this.#client,
      source: okta,
      options: scim,
    });
  }

  apis(): AwsApi[] {
    const { accounts } = this.world;
    return [
      createSsoAdminApi(this.assignments, accounts),
      createIdentityStoreApi(this.directory),
      createOrganizationsApi(accounts),
    ];
  }

  /** Users and groups are those of Okta, as if they had come from there long ago; of the world where Okta never ran. */
  seed(): void {
    const okta = this.#okta?.users().length ? this.#okta : undefined;
    this.#client.pushAll(okta ?? sourceOfWorld(this.world));
    seedAssignments(this.world, this.directory, this.assignments);
  }

  start(): void {
    this.assignments.resume();
    this.#provisioning.start();
  }

  stop(): void {
    this.#provisioning.stop();
  }

  /** What came from Okta follows Okta by itself, so only what was made here counts. */
  inventory(): Inventory {
    const { users, groups, memberships } = this.directory;
    const isOwn = <T extends { CreatedBy: string }>(one: T) =>
      !isProvisioned(one);
    return {
      users: users.filter(isOwn).map(user => user.UserName),
      groups: groups.filter(isOwn).map(group => group.DisplayName),
      memberships: memberships
        .filter(isOwn)
        .map(
          ({ GroupId, MemberId }) =>
            `${groups.get(GroupId)?.DisplayName} ${
              users.get(MemberId.UserId)?.UserName
            }`,
        ),
      assignments: this.assignments
        .list()
        .map(one => Object.values(this.namesOf(one)).join(' ')),
    };
  }

  /** An assignment in the names that people know. */
  namesOf(assignment: Assignment) {
    const { AccountId, PermissionSetArn, PrincipalType, PrincipalId } =
      assignment;
    const { users, groups } = this.directory;
    const name =
      PrincipalType === 'USER'
        ? users.get(PrincipalId)?.UserName
        : groups.get(PrincipalId)?.DisplayName;
    return {
      account:
        this.world.accounts.find(one => one.id === AccountId)?.name ??
        AccountId,
      permissionSet:
        PERMISSION_SETS.find(one => one.PermissionSetArn === PermissionSetArn)
          ?.Name ?? PermissionSetArn,
      type: PrincipalType.toLowerCase(),
      principal: name ?? `${PrincipalId} (deleted)`,
    };
  }
}
