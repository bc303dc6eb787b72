import type { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { costApiRef, type CostApi } from '../api/costApiRef';
import { rootRouteRef } from '../routes';

/** An entity of Ada's team. */
export const entityOf = (name: string, kind = 'Component'): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec: { type: 'service', owner: 'commerce', lifecycle: 'production' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/commerce' }],
});

/** Shows an element as Ada of commerce, with a backend that answers as told; on an entity's page where one is given. */
export function showCost(
  element: JSX.Element,
  api: Partial<CostApi>,
  options: {
    path?: string;
    entity?: Entity;
    entities?: Entity[];
    allowed?: boolean;
    /** Of pages with sections; `/*` unless told. */
    mountPath?: string;
  } = {},
) {
  const { path = '/', entity, entities = [], allowed = true } = options;
  renderInTestApp(
    entity ? (
      <EntityProvider entity={entity}>{element}</EntityProvider>
    ) : (
      element
    ),
    {
      mountPath: options.mountPath ?? '/*',
      initialRouteEntries: [path],
      mountedRoutes: {
        '/cost': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef as never,
      },
      apis: [
        [costApiRef, api as CostApi],
        [catalogApiRef, catalogApiMock({ entities })],
        [
          permissionApiRef,
          mockApis.permission({
            authorize: allowed ? ('ALLOW' as never) : ('DENY' as never),
          }),
        ],
        mockApis.identity({
          userEntityRef: 'user:default/ada',
          ownershipEntityRefs: ['user:default/ada', 'group:default/commerce'],
        }),
      ] as never,
    },
  );
}
