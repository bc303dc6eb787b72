/** `owner/name` of a repository of the sandbox's GitHub by its clone URL; `undefined` for any other URL. */
export function locateRepository(
  repoURL: string,
  github: string,
): string | undefined {
  const path = repoURL
    .replace(/\/\/[^/@]*@/, '//')
    .replace('//localhost:', '//127.0.0.1:');
  if (!path.startsWith(`${github}/`)) return undefined;
  const [owner, name, ...rest] = path
    .slice(github.length + 1)
    .replace(/\/$/, '')
    .replace(/\.git$/, '')
    .split('/');
  return owner && name && !rest.length ? `${owner}/${name}` : undefined;
}
