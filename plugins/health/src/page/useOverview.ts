import { useApi } from '@backstage/frontend-plugin-api';
import type { HealthOverview } from '@portico/plugin-health-common';
import type { Live } from '@portico/ui';
import { useCallback } from 'react';
import { healthApiRef } from '../api/healthApiRef';
import { useHealthLive } from '../hooks/useHealthLive';

/** Pages of all services are open on many screens; they don't ask in the same moment. */
const SPREAD_MS = 2_000;

/** How all services are that the viewer may see, kept fresh. */
export function useOverview(): Live<HealthOverview> {
  const api = useApi(healthApiRef);
  return useHealthLive(
    useCallback(() => api.overview(), [api]),
    { spreadMs: SPREAD_MS },
  );
}
