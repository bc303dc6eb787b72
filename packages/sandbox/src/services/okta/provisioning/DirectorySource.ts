import type {
  GroupDirectory,
  OktaGroup,
  OktaUser,
  SystemLog,
  UserDirectory,
} from '../directory';
import type {
  DirectoryChange,
  ProvisionedGroup,
  ProvisionedUser,
  ProvisioningSource,
} from './ProvisioningSource';

/** The directory itself as a source; its system log tells what changed. */
export class DirectorySource implements ProvisioningSource {
  readonly #users: UserDirectory;
  readonly #groups: GroupDirectory;
  readonly #log: SystemLog;

  constructor(options: {
    users: UserDirectory;
    groups: GroupDirectory;
    log: SystemLog;
  }) {
    this.#users = options.users;
    this.#groups = options.groups;
    this.#log = options.log;
  }

  users(): ProvisionedUser[] {
    return this.#users
      .list()
      .filter(user => user.status !== 'STAGED')
      .map(toUser);
  }

  groups(): ProvisionedGroup[] {
    return this.#groups
      .list()
      .filter(group => group.type !== 'BUILT_IN')
      .map(toGroup);
  }

  onChange(listener: (change: DirectoryChange) => void) {
    return this.#log.onWrite(({ target }) => {
      for (const { type, id } of target) {
        if (type === 'User') listener({ kind: 'user', id });
        if (type === 'UserGroup') listener({ kind: 'group', id });
      }
    });
  }
}

function toUser({ id, status, profile }: OktaUser): ProvisionedUser {
  const { login, email, firstName, lastName, displayName, title } = profile;
  return {
    id,
    // A suspended user keeps their applications.
    active: status !== 'DEPROVISIONED',
    userName: login,
    email,
    givenName: firstName,
    familyName: lastName,
    displayName:
      typeof displayName === 'string' && displayName
        ? displayName
        : `${firstName} ${lastName}`,
    title: typeof title === 'string' ? title : undefined,
  };
}

function toGroup({ id, profile, memberIds }: OktaGroup): ProvisionedGroup {
  const { name, description } = profile;
  return { id, name, description, memberIds };
}
