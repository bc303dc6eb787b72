import type { OktaGroup, OktaUser } from '../directory';

/** A user as the API shows it. */
export function userJson(user: OktaUser, baseUrl: string) {
  const url = `${baseUrl}/api/v1/users/${user.id}`;
  const post = (name: string) => ({
    href: `${url}/lifecycle/${name}`,
    method: 'POST',
  });
  const isGone = user.status === 'DEPROVISIONED';
  return {
    id: user.id,
    status: user.status,
    created: user.created,
    activated: user.activated ?? null,
    statusChanged: user.statusChanged ?? null,
    lastLogin: user.lastLogin ?? null,
    lastUpdated: user.lastUpdated,
    passwordChanged: user.passwordChanged ?? null,
    type: { id: 'otyg1zlsandboxUSER00' },
    profile: { mobilePhone: null, secondEmail: null, ...user.profile },
    credentials: {
      ...(user.passwordChanged ? { password: {} } : {}),
      provider: user.provider ?? { type: 'OKTA', name: 'OKTA' },
    },
    _links: {
      self: { href: url },
      groups: { href: `${url}/groups` },
      ...(user.status === 'ACTIVE' ? { suspend: post('suspend') } : {}),
      ...(user.status === 'SUSPENDED' ? { unsuspend: post('unsuspend') } : {}),
      ...(isGone
        ? {
            activate: post('activate'),
            delete: { href: url, method: 'DELETE' },
          }
        : { deactivate: post('deactivate') }),
    },
  };
}

/** A group as the API shows it. */
export function groupJson(group: OktaGroup, baseUrl: string) {
  const { memberIds: _members, profile, ...rest } = group;
  const url = `${baseUrl}/api/v1/groups/${group.id}`;
  return {
    ...rest,
    objectClass: ['okta:user_group'],
    profile: { ...profile, description: profile.description ?? null },
    _links: {
      self: { href: url },
      users: { href: `${url}/users` },
      apps: { href: `${url}/apps` },
    },
  };
}
