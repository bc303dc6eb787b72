/** The entity name for an Okta name: what the catalog does not allow becomes a hyphen, at most 63 characters. */
export function toEntityName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, 63)
    .replace(/[^a-z0-9]+$/, '');
}

/** The entity name of the user with a login: `Nina.Berg@mini-org.example` → `nina.berg`. */
export function toUserName(login: string): string {
  return toEntityName(login.split('@')[0]);
}
