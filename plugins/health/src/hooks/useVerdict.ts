import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { HealthVerdict } from '@portico/plugin-health-common';
import type { Live } from '@portico/ui';
import { useCallback } from 'react';
import { healthApiRef } from '../api/healthApiRef';
import { useHealthLive } from './useHealthLive';

/** The reference of the page's entity. */
export function useEntityRef(): string {
  return stringifyEntityRef(useEntity().entity);
}

/** The verdict of the page's entity, kept fresh. */
export function useVerdict(): Live<HealthVerdict> {
  const api = useApi(healthApiRef);
  const entityRef = useEntityRef();
  return useHealthLive(
    useCallback(() => api.verdict(entityRef), [api, entityRef]),
  );
}
