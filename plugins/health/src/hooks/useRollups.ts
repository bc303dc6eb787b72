import { useApi } from '@backstage/frontend-plugin-api';
import type { HealthRollup } from '@portico/plugin-health-common';
import type { Live } from '@portico/ui';
import { useCallback } from 'react';
import { healthApiRef } from '../api/healthApiRef';
import { useHealthLive } from './useHealthLive';

/** By what services are rolled up. */
export type RollupBy = 'system' | 'domain' | 'owner';

/** How systems, domains or owners are, kept fresh. */
export function useRollups(by: RollupBy): Live<HealthRollup[]> {
  const api = useApi(healthApiRef);
  return useHealthLive(
    useCallback(() => api.rollups(by), [api, by]),
    { spreadMs: 2_000 },
  );
}
