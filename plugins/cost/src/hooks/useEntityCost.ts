import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  useEntity,
  useEntityPresentation,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import type { EntityCost } from '@portico/plugin-cost-common';
import type { Live } from '@portico/ui';
import { useCallback } from 'react';
import { costApiRef, type SplitQuery } from '../api/costApiRef';
import { useCost } from './useCost';

/** The entity of the page: its reference, its title, and the path of its tab *Cost*. */
export function useCostEntity() {
  const { entity } = useEntity();
  return {
    entity,
    entityRef: stringifyEntityRef(entity),
    title: useEntityPresentation(entity).primaryTitle,
    tab: `${useEntityRefLink()(entity)}/cost`,
  };
}

/** What an entity costs in a month, split as asked. */
export function useEntityCost(
  entityRef: string,
  { month, metric, by }: SplitQuery = {},
): Live<EntityCost> {
  const api = useApi(costApiRef);
  return useCost(
    useCallback(
      () => api.entity(entityRef, { month, metric, by }),
      [api, entityRef, month, metric, by],
    ),
  );
}
