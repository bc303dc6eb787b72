import { useApi } from '@backstage/frontend-plugin-api';
import { useLive } from '@portico/ui';
import { useCallback } from 'react';
import { deliveryApiRef, type GroupBy } from '../api/deliveryApiRef';

/** It is collected every two minutes. */
const POLL_MS = 60_000;

/** The figures of everything that the viewer may see, kept fresh. */
export function useOverview(days: number, by: GroupBy) {
  const api = useApi(deliveryApiRef);
  return useLive(
    useCallback(() => api.overview({ days, by }), [api, days, by]),
    { pollMs: POLL_MS },
  );
}
