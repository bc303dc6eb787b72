import type { ScaffolderOutputLink } from '@backstage/plugin-scaffolder-react';

/** What to call a link that has no name of its own: the entity, or the end of the path. */
export function linkText(link: ScaffolderOutputLink): string {
  if (link.entityRef) {
    return link.entityRef.replace(/^[^:]*:/, '').replace(/^default\//, '');
  }
  try {
    const url = new URL(link.url ?? '', 'http://relative.invalid');
    const parts = url.pathname.split('/').filter(Boolean);
    return (
      parts
        .slice(-2)
        .join('/')
        .replace(/\.git$/, '') || url.host
    );
  } catch {
    return link.title ?? link.url ?? '';
  }
}
