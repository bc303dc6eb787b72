import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';

/** The components that the viewer's groups own, and when they were read. */
export interface MyServices {
  /** The viewer's groups. */
  groups: string[];
  /** Those of them that own a component. */
  owners: string[];
  components: Entity[];
  at: Date;
}

/** Reads the components owned by the viewer or their groups, by name. */
export function useMyServices() {
  const identityApi = useApi(identityApiRef);
  const catalogApi = useApi(catalogApiRef);
  return useAsyncRetry(async (): Promise<MyServices> => {
    const { ownershipEntityRefs } = await identityApi.getBackstageIdentity();
    const groups = ownershipEntityRefs.filter(ref => ref.startsWith('group:'));
    const { items } = await catalogApi.getEntities({
      filter: {
        kind: 'Component',
        [`relations.${RELATION_OWNED_BY}`]: ownershipEntityRefs,
      },
      fields: [
        'kind',
        'metadata.name',
        'metadata.namespace',
        'metadata.title',
        'metadata.annotations',
        'spec.type',
        'spec.lifecycle',
        'spec.system',
        'spec.owner',
      ],
      order: { field: 'metadata.name', order: 'asc' },
    });
    const nameOf = (ref: string) => ref.replace(/^.*[:/]/, '');
    const owners = items.map(({ spec }) => nameOf(String(spec?.owner ?? '')));
    return {
      groups: groups.map(nameOf),
      owners: [...new Set(owners)].filter(Boolean).sort(),
      components: items,
      at: new Date(),
    };
  }, [identityApi, catalogApi]);
}
