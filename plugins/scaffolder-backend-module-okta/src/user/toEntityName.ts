/** The catalog's name for someone with that login, as the Okta provider makes it: `Nina.Berg@mini-org.example` → `nina.berg`. */
export function toEntityName(login: string): string {
  return login
    .split('@')[0]
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, 63)
    .replace(/[^a-z0-9]+$/, '');
}
