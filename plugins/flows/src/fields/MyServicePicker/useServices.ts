import { stringifyEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';

/** A component as the picker shows it. */
export interface Service {
  entityRef: string;
  title: string;
  owner: string;
  description?: string;
}

/** The components that the viewer's groups own, by name; all there are with `all`. */
export function useServices({ all }: { all: boolean }) {
  const identityApi = useApi(identityApiRef);
  const catalogApi = useApi(catalogApiRef);
  return useAsync(async (): Promise<Service[]> => {
    const { ownershipEntityRefs, userEntityRef } =
      await identityApi.getBackstageIdentity();
    const { items: groups } = await catalogApi.getEntities({
      filter: { kind: 'Group', 'relations.hasMember': userEntityRef },
      fields: ['kind', 'metadata'],
    });
    const owners = [...ownershipEntityRefs, ...groups.map(stringifyEntityRef)];
    const { items } = await catalogApi.getEntities({
      filter: {
        kind: 'Component',
        ...(all ? {} : { 'relations.ownedBy': owners }),
      },
      fields: ['kind', 'metadata', 'spec.owner'],
    });
    return items
      .map(component => ({
        entityRef: stringifyEntityRef(component),
        title: component.metadata.title ?? component.metadata.name,
        owner: String(component.spec?.owner ?? '').replace(/^.*\//, ''),
        description: component.metadata.description,
      }))
      .sort((a, b) => a.title.localeCompare(b.title));
  }, [identityApi, catalogApi, all]);
}
