import type { Inventory } from '../../kit';
import type { GroupDirectory, UserDirectory } from './directory';

/** What a flow can leave in Okta. */
export function inventory(
  users: UserDirectory,
  groups: GroupDirectory,
): Inventory {
  const logins = new Map(
    users.list().map(user => [user.id, user.profile.login]),
  );
  return {
    users: users.list().map(user => `${user.profile.login} ${user.status}`),
    groups: groups.list().map(group => group.profile.name),
    memberships: groups
      .list()
      .flatMap(group =>
        group.memberIds.map(
          id => `${group.profile.name} ${logins.get(id) ?? id}`,
        ),
      ),
  };
}
