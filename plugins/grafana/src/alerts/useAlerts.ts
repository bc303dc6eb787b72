import { useApi } from '@backstage/frontend-plugin-api';
import type { GrafanaAlertList } from '@portico/plugin-grafana-common';
import { useLive, type Live } from '@portico/ui';
import { useCallback } from 'react';
import { grafanaApiRef } from '../api/grafanaApiRef';

/** Grafana looks at its rules once a minute unless told otherwise. */
const POLL_MS = 60_000;

/** The alert rules of an entity, kept fresh. */
export function useAlerts(entityRef: string): Live<GrafanaAlertList> {
  const api = useApi(grafanaApiRef);
  return useLive(
    useCallback(() => api.alerts(entityRef), [api, entityRef]),
    {
      pollMs: POLL_MS,
    },
  );
}
