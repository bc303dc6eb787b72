import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { rootRouteRef } from '../routes';

/** Paths to the page of all figures and to the pages of entities. */
export function useLinks() {
  const root = useRouteRef(rootRouteRef);
  const entity = useEntityRefLink();
  return {
    page: root?.() ?? '/delivery',
    entity,
    /** Where it is told how an entity is and was. */
    health: (entityRef: string) => `${entity(entityRef)}/health`,
  };
}

/** The name in an entity reference: `commerce` of `group:default/commerce`. */
export function nameOf(entityRef: string): string {
  return parseEntityRef(entityRef).name;
}
