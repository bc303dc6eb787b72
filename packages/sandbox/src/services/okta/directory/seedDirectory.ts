import type { World } from '../../../world';
import { createId } from './createId';
import type { GroupDirectory } from './GroupDirectory';
import type { LogContext } from './SystemLog';
import type { UserDirectory } from './UserDirectory';

/** Groups that give rights, beside the teams. */
const ROLE_GROUPS: Record<string, string> = {
  engineers: 'Writes and runs services',
  'platform-admins': 'Runs the platform and this portal',
  security: 'Reviews access and risk',
  'people-ops': 'Brings people in and sees them out',
  finance: 'Watches what is spent',
};

const SEED: LogContext = {
  actor: {
    id: 'system',
    type: 'SystemPrincipal',
    alternateId: 'system@okta.com',
    displayName: 'Okta System',
  },
};

/** Fills the directory with the people and teams of the organisation. Ids are the same each time. */
export function seedDirectory(
  world: World,
  users: UserDirectory,
  groups: GroupDirectory,
): void {
  const domain = `${world.organization}.example`;
  groups.create(
    SEED,
    { name: 'Everyone', description: 'All users in your organization' },
    { type: 'BUILT_IN', id: createId('00g', 'Everyone') },
  );
  const byName = new Map(
    [
      ...world.teams.map(({ name, description }) => ({ name, description })),
      ...Object.entries(ROLE_GROUPS).map(([name, description]) => ({
        name,
        description,
      })),
    ].map(profile => [
      profile.name,
      groups.create(SEED, profile, { id: createId('00g', profile.name) }),
    ]),
  );
  for (const person of world.people) {
    const user = users.create(
      SEED,
      {
        login: `${person.login}@${domain}`,
        email: person.email,
        firstName: person.firstName,
        lastName: person.lastName,
        displayName: `${person.firstName} ${person.lastName}`,
        title: person.title,
        department: person.team,
        manager: person.manager,
        organization: world.organization,
        githubLogin: person.githubLogin,
      },
      { activate: true, hasPassword: true, id: createId('00u', person.login) },
    );
    for (const name of [person.team, ...person.roles]) {
      const group = name === undefined ? undefined : byName.get(name);
      if (group) groups.addMember(SEED, groups.get(group.id), user);
    }
  }
}
