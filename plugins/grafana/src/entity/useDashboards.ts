import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  DashboardList,
  DashboardSummary,
} from '@portico/plugin-grafana-common';
import { useLive, type Live } from '@portico/ui';
import { useCallback } from 'react';
import { grafanaApiRef } from '../api/grafanaApiRef';

/** Dashboards come and go rarely. */
const POLL_MS = 5 * 60_000;

/** The reference of the page's entity. */
export function useEntityRef(): string {
  return stringifyEntityRef(useEntity().entity);
}

/** The dashboards of the page's entity. */
export function useDashboards(): Live<DashboardList> {
  const api = useApi(grafanaApiRef);
  const entityRef = useEntityRef();
  return useLive(
    useCallback(() => api.dashboards(entityRef), [api, entityRef]),
    { pollMs: POLL_MS },
  );
}

/** Path of the tab *Dashboards* of the page's entity, with one of them chosen. */
export function useTabLink(): (
  chosen?: Pick<DashboardSummary, 'instance' | 'uid'>,
) => string {
  const { entity } = useEntity();
  const path = `${useEntityRefLink()(entity)}/dashboards`;
  return chosen => {
    if (!chosen) return path;
    const { uid, instance } = chosen;
    return `${path}?${new URLSearchParams({ dashboard: uid, instance })}`;
  };
}
