import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { deliveryApiRef, type DeliveryApi } from '../api/deliveryApiRef';
import { rootRouteRef } from '../routes';
import { overviewOf } from './overview';

/** Shows something of the plugin, with a backend that answers as told. */
export function show(element: JSX.Element, changes: Partial<DeliveryApi> = {}) {
  const api: DeliveryApi = {
    overview: jest.fn(async () => overviewOf()),
    entity: async () => ({ ...overviewOf(), failures: [] }),
    ...changes,
  };
  renderInTestApp(element, {
    mountedRoutes: {
      '/delivery': rootRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef as never,
    },
    apis: [
      [deliveryApiRef, api],
      mockApis.identity({
        userEntityRef: 'user:default/lena.fischer',
        ownershipEntityRefs: ['group:default/commerce'],
      }),
    ],
  });
  return api;
}
