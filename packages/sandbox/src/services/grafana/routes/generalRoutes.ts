import PromiseRouter from 'express-promise-router';
import { LOGIN } from '../authentication';
import type { GrafanaContext } from '../GrafanaContext';
import { presentDatasource } from '../present/presentDatasource';
import { BUILD } from '../version';

/** What the service account may do: everything that an admin of the organisation may. */
const PERMISSIONS: Record<string, string[]> = {
  'alert.instances:create': [''],
  'alert.instances:read': [''],
  'alert.instances:write': [''],
  'alert.rules:create': ['folders:*'],
  'alert.rules:delete': ['folders:*'],
  'alert.rules:read': ['folders:*'],
  'alert.rules:write': ['folders:*'],
  'alert.silences:create': ['folders:*'],
  'alert.silences:read': ['folders:*'],
  'alert.silences:write': ['folders:*'],
  'dashboards:create': ['folders:*'],
  'dashboards:delete': ['dashboards:*', 'folders:*'],
  'dashboards:read': ['dashboards:*', 'folders:*'],
  'dashboards:write': ['dashboards:*', 'folders:*'],
  'dashboards.permissions:read': ['dashboards:*', 'folders:*'],
  'dashboards.permissions:write': ['dashboards:*', 'folders:*'],
  'datasources:query': ['datasources:*'],
  'datasources:read': ['datasources:*'],
  'folders:create': ['folders:*'],
  'folders:delete': ['folders:*'],
  'folders:read': ['folders:*'],
  'folders:write': ['folders:*'],
  'folders.permissions:read': ['folders:*'],
  'folders.permissions:write': ['folders:*'],
  'library.panels:read': ['folders:*'],
  'teams:read': ['teams:*'],
};

/** Who asks, of which organisation, and how the server is set up. */
export function createGeneralRoutes({ kit, datasources }: GrafanaContext) {
  const router = PromiseRouter();

  router.get('/api/user', (_request, response) => {
    response.json({
      id: 2,
      uid: 'sa-portico',
      email: '',
      name: 'portico',
      login: LOGIN,
      theme: '',
      orgId: 1,
      isGrafanaAdmin: false,
      isDisabled: false,
      isExternal: false,
      isProvisioned: false,
      authLabels: [],
      updatedAt: '2026-01-05T09:00:00Z',
      createdAt: '2026-01-05T09:00:00Z',
      avatarUrl: '',
    });
  });

  router.get('/api/org', (_request, response) => {
    response.json({
      id: 1,
      name: 'mini-org',
      address: {
        address1: '',
        address2: '',
        city: '',
        zipCode: '',
        state: '',
        country: '',
      },
    });
  });

  router.get('/api/access-control/user/permissions', (_request, response) => {
    response.json(PERMISSIONS);
  });

  router.get('/api/frontend/settings', (_request, response) => {
    const settings = datasources.map((setup, index) => {
      const { id, uid, type, name, url, isDefault, jsonData, readOnly } =
        presentDatasource(setup, index);
      return [
        name,
        {
          id,
          uid,
          type,
          name,
          access: 'proxy',
          url: url && `/api/datasources/proxy/uid/${uid}`,
          isDefault,
          jsonData,
          readOnly,
          cachingConfig: { enabled: false, TTLMs: 0 },
          meta: { id: type, type: 'datasource', name, backend: true },
        },
      ];
    });
    response.json({
      appUrl: `${kit.urls.grafana}/`,
      appSubUrl: '',
      anonymousEnabled: false,
      buildInfo: BUILD,
      datasources: Object.fromEntries(settings),
      defaultDatasource: datasources.find(one => one.isDefault)?.name ?? '',
      featureToggles: {},
      minRefreshInterval: '5s',
      rendererAvailable: true,
      rendererVersion: '4.0.15',
      rendererDefaultImageWidth: 1000,
      rendererDefaultImageHeight: 500,
      rendererDefaultImageScale: 1,
      unifiedAlertingEnabled: true,
      namespace: 'default',
    });
  });

  return router;
}
