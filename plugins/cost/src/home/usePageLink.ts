import { useRouteRef } from '@backstage/frontend-plugin-api';
import { rootRouteRef } from '../routes';

/** Paths to the page *Cost* and its sections. */
export function usePageLink() {
  const base = (useRouteRef(rootRouteRef)?.() ?? '/cost').replace(/\/$/, '');
  return (section?: string) => (section ? `${base}/${section}` : base);
}
