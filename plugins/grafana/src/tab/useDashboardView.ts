import { useApi } from '@backstage/frontend-plugin-api';
import type { DashboardView } from '@portico/plugin-grafana-common';
import { useMemo } from 'react';
import {
  grafanaApiRef,
  type DashboardAddress,
  type DashboardQuery,
} from '../api/grafanaApiRef';
import { useLoaded } from '../frame/useLoaded';

/** A dashboard with what it was asked for. */
export interface ShownDashboard {
  view: DashboardView;
  query: DashboardQuery;
}

/** A dashboard for a range and for values. While others are read, the one before stays. */
export function useDashboardView(
  address: DashboardAddress,
  wanted: DashboardQuery,
) {
  const api = useApi(grafanaApiRef);
  const key = JSON.stringify([address, wanted]);
  const query = useMemo(() => wanted, [key]); // eslint-disable-line react-hooks/exhaustive-deps
  return useLoaded<ShownDashboard>({
    key,
    round: 0,
    seen: true,
    load: async signal => ({
      view: await api.dashboard(address, query, signal),
      query,
    }),
  });
}
