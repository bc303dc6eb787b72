import type { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { HEALTH_CHANNEL } from '@portico/plugin-health-common';
import { act } from '@testing-library/react';
import { healthApiRef, type HealthApi } from '../api/healthApiRef';
import { rootRouteRef } from '../routes';

/** A component of Ada's team. */
export const component = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  spec: { type: 'service', owner: 'commerce', lifecycle: 'production' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/commerce' }],
});

/** Shows an element as Ada of commerce, with a backend that answers as told, and tells of collections. */
export function showHealth(
  element: JSX.Element,
  api: Partial<HealthApi>,
  options: { path?: string; mountPath?: string; entities?: Entity[] } = {},
) {
  const { path = '/', mountPath = '/*', entities = [] } = options;
  let tell = (_message: { asOf: string }) => {};
  renderInTestApp(element, {
    mountPath,
    initialRouteEntries: [path],
    mountedRoutes: {
      '/health': rootRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef as never,
    },
    apis: [
      [healthApiRef, { histories: async () => ({}), ...api } as HealthApi],
      [catalogApiRef, catalogApiMock({ entities })],
      mockApis.identity({
        userEntityRef: 'user:default/ada',
        ownershipEntityRefs: ['user:default/ada', 'group:default/commerce'],
      }),
      [
        signalApiRef,
        {
          subscribe: (channel: string, onMessage: never) => {
            if (channel === HEALTH_CHANNEL) tell = onMessage;
            return { unsubscribe: () => {} };
          },
        },
      ],
    ] as never,
  });
  return {
    collected: () => act(() => tell({ asOf: new Date().toISOString() })),
  };
}
