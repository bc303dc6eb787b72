import type { OktaGroup, OktaUser } from '../directory';

/** The claims about a person that the scopes open (OpenID Connect Core 1.0, 5.4; `groups` is Okta's). */
export function claimsOf(
  user: OktaUser,
  groups: OktaGroup[],
  scopes: string[],
): Record<string, unknown> {
  const { profile } = user;
  const { login, email, firstName, lastName, displayName } = profile;
  const has = (scope: string) => scopes.includes(scope);
  return {
    ...(has('profile') && {
      name:
        typeof displayName === 'string'
          ? displayName
          : `${firstName} ${lastName}`,
      given_name: firstName,
      family_name: lastName,
      preferred_username: login,
      locale: 'en_US',
      zoneinfo: 'UTC',
      updated_at: Math.floor(Date.parse(user.lastUpdated) / 1000),
    }),
    ...(has('email') && { email, email_verified: true }),
    ...(has('groups') && { groups: groups.map(group => group.profile.name) }),
  };
}
