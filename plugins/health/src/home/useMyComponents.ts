import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';
import { useLive } from '@portico/ui';

/** Who owns what changes seldom. */
const POLL_MS = 300_000;

/** References of the components that the viewer or their groups own. */
export function useMyComponents() {
  const identityApi = useApi(identityApiRef);
  const catalogApi = useApi(catalogApiRef);
  return useLive(
    useCallback(async () => {
      const { ownershipEntityRefs } = await identityApi.getBackstageIdentity();
      const { items } = await catalogApi.getEntities({
        filter: {
          kind: 'Component',
          [`relations.${RELATION_OWNED_BY}`]: ownershipEntityRefs,
        },
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
      });
      return items.map(entity => stringifyEntityRef(entity));
    }, [identityApi, catalogApi]),
    { pollMs: POLL_MS },
  );
}
