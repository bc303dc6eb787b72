import type { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef as catalogEntityRouteRef,
} from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { ReactElement } from 'react';
import { useLocation } from 'react-router-dom';
import { grafanaApiRef, type GrafanaApi } from '../api/grafanaApiRef';
import { entityRouteRef } from '../routes';
import {
  ordersAlerts,
  ordersEntity,
  ordersList,
  p95Data,
  redView,
} from './orders';

/** An error as the client throws it. */
export function backendError(name: string, message: string): Error {
  const cause = Object.assign(new Error(message), { name });
  return Object.assign(new Error(`Request failed: ${message}`), { cause });
}

/** A backend in which *orders* has two dashboards and one rule that fires. */
export function fakeGrafanaApi(changes: Partial<GrafanaApi> = {}): GrafanaApi {
  return {
    dashboards: async () => ordersList,
    dashboard: async () => redView,
    options: async () => [],
    panel: async () => p95Data,
    picture: async () => 'data:image/png;base64,AAAA',
    alerts: async () => ordersAlerts,
    silence: async () => {
      throw new Error('No silence was expected');
    },
    endSilence: async () => {},
    ...changes,
  };
}

/** What the address bar says, for tests to look at. */
function Address() {
  const { search } = useLocation();
  return <output data-testid="address">{decodeURIComponent(search)}</output>;
}

/** Shows one element of the entity page of *orders*, with the backend above. */
export function show(
  element: ReactElement,
  options: {
    api?: Partial<GrafanaApi>;
    entity?: Entity;
    /** Query of the address. */
    search?: string;
    /** False: nothing may be muted. */
    allowed?: boolean;
  } = {},
): GrafanaApi {
  const { entity = ordersEntity, search = '', allowed = true } = options;
  const api = fakeGrafanaApi(options.api);
  const tab = '/catalog/:namespace/:kind/:name/dashboards';
  renderInTestApp(
    <EntityProvider entity={entity}>
      {element}
      <Address />
    </EntityProvider>,
    {
      mountPath: tab,
      initialRouteEntries: [
        `/catalog/default/component/orders/dashboards${search}`,
      ],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': catalogEntityRouteRef as never,
        [tab]: entityRouteRef as never,
      },
      apis: [
        [grafanaApiRef, api],
        mockApis.permission({
          authorize: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
        }),
      ],
    },
  );
  return api;
}
