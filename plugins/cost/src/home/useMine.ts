import {
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useLive } from '@portico/ui';
import { useCallback } from 'react';

/** Who owns what changes seldom. */
const POLL_MS = 300_000;

/** References of what is the viewer's: their groups, and the components and resources that these own. */
export function useMine() {
  const identityApi = useApi(identityApiRef);
  const catalogApi = useApi(catalogApiRef);
  return useLive(
    useCallback(async () => {
      const { ownershipEntityRefs } = await identityApi.getBackstageIdentity();
      const { items } = await catalogApi.getEntities({
        filter: {
          kind: ['Component', 'Resource'],
          [`relations.${RELATION_OWNED_BY}`]: ownershipEntityRefs,
        },
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
      });
      return {
        groups: ownershipEntityRefs.filter(
          ref => parseEntityRef(ref).kind === 'group',
        ),
        owned: items.map(entity => stringifyEntityRef(entity)),
      };
    }, [identityApi, catalogApi]),
    { pollMs: POLL_MS },
  );
}

/** All of these references, in one list. */
export const allOf = (mine?: { groups: string[]; owned: string[] }) =>
  mine ? [...mine.groups, ...mine.owned] : [];
