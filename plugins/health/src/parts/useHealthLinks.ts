import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { rootRouteRef } from '../routes';

/** Paths to the page of all services and to the pages of entities. */
export function useHealthLinks() {
  const root = useRouteRef(rootRouteRef);
  const entity = useEntityRefLink();
  const base = (root?.() ?? '/health').replace(/\/$/, '');
  return {
    /** The page, a section of it, or its list narrowed down, e.g. `{ team: 'group:default/payments' }`. */
    page: (
      section?: 'systems' | 'objectives' | 'wall',
      query: Record<string, string> = {},
    ) => {
      const search = new URLSearchParams(query).toString();
      return `${base}${section ? `/${section}` : ''}${search && `?${search}`}`;
    },
    entity,
  };
}
