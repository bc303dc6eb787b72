import { sourcesOf, type ApplicationSpec } from '../types';

/** The component whose production an application is: its repository, where the folder is the overlay of that environment. */
export function componentOf(
  spec: Pick<ApplicationSpec, 'source' | 'sources'>,
): string | undefined {
  const source = sourcesOf(spec).find(one =>
    one.path?.replace(/\/$/, '').endsWith('/production'),
  );
  return source?.repoURL
    .replace(/\/$/, '')
    .replace(/\.git$/, '')
    .split('/')
    .pop();
}
