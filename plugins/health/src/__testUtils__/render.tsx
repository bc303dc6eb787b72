import type { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef as catalogEntityRouteRef,
} from '@backstage/plugin-catalog-react';
import { signalApiRef, type SignalApi } from '@backstage/plugin-signals-react';
import { healthApiRef, type HealthApi } from '../api/healthApiRef';
import { entityRouteRef, rootRouteRef } from '../routes';
import {
  latencyChart,
  ordersEntity,
  ordersOffers,
  ordersTimeline,
  ordersVerdict,
} from './orders';

/** An error as the client throws it. */
export function backendError(name: string, message: string): Error {
  const cause = Object.assign(new Error(message), { name });
  return Object.assign(new Error(`Request failed: ${message}`), { cause });
}

/** A backend in which *orders* is degraded. */
export function fakeHealthApi(changes: Partial<HealthApi> = {}) {
  const api: HealthApi = {
    verdict: async () => ordersVerdict(),
    summaries: async refs => refs.map(() => ordersVerdict()),
    overview: async () => ({
      counts: { healthy: 0, degraded: 1, failing: 0, unknown: 0 },
      sources: [],
      items: [ordersVerdict()],
    }),
    rollups: async () => [],
    history: async () => ({ days: [], knownSeconds: 0 }),
    histories: async () => ({}),
    series: async (_ref, { chart }) => ({ ...latencyChart, chart }),
    timeline: async () => ordersTimeline,
    responses: async () => ordersOffers,
    respond: async () => ({ message: 'Silenced until 16:00 UTC' }),
  };
  return Object.assign(api, changes);
}

/** Shows one element of the entity page of *orders*, with the backend above. */
export function show(
  element: JSX.Element,
  options: {
    api?: Partial<HealthApi>;
    entity?: Entity;
    /** Live messages; without them parts ask by themselves. */
    signals?: SignalApi;
    path?: string;
  } = {},
) {
  const { api: changes, entity = ordersEntity, signals, path = '/' } = options;
  const api = fakeHealthApi(changes);
  renderInTestApp(<EntityProvider entity={entity}>{element}</EntityProvider>, {
    initialRouteEntries: [path],
    mountedRoutes: {
      '/health': rootRouteRef,
      '/catalog/:namespace/:kind/:name': catalogEntityRouteRef as never,
      '/catalog/:namespace/:kind/:name/health': entityRouteRef as never,
    },
    apis: [
      [healthApiRef, api],
      mockApis.identity({ userEntityRef: 'user:default/lena.fischer' }),
      mockApis.permission(),
      ...(signals ? [[signalApiRef, signals] as const] : []),
    ],
  });
  return api;
}
