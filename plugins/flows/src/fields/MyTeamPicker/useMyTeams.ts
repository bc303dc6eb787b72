import { stringifyEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';

/** A group as the picker shows it. */
export interface Team {
  entityRef: string;
  title: string;
  description?: string;
}

/** The teams that the viewer is a member of, by title; groups of type `role` give rights and own nothing. */
export function useMyTeams() {
  const identityApi = useApi(identityApiRef);
  const catalogApi = useApi(catalogApiRef);
  return useAsync(async (): Promise<Team[]> => {
    const { userEntityRef } = await identityApi.getBackstageIdentity();
    const { items } = await catalogApi.getEntities({
      filter: { kind: 'Group', 'relations.hasMember': userEntityRef },
      fields: ['kind', 'metadata', 'spec.profile', 'spec.type'],
    });
    return items
      .filter(group => group.spec?.type !== 'role')
      .map(group => ({
        entityRef: stringifyEntityRef(group),
        title:
          (group.spec?.profile as { displayName?: string } | undefined)
            ?.displayName ??
          group.metadata.title ??
          group.metadata.name,
        description: group.metadata.description,
      }))
      .sort((a, b) => a.title.localeCompare(b.title));
  }, [identityApi, catalogApi]);
}
