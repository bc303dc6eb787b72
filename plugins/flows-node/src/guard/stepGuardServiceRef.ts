import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { CatalogMemberships } from './Memberships';
import { CatalogOwners } from './Owners';
import type { StepGuard } from './StepGuard';

/** The guard that every action of Portico goes through before it changes something. */
export const stepGuardServiceRef = createServiceRef<StepGuard>({
  id: 'portico.step-guard',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        permissions: coreServices.permissions,
      },
      factory: ({ auditor, auth, catalog, permissions }) => ({
        auditor,
        permissions,
        owners: new CatalogOwners({
          auth,
          catalog,
          memberships: new CatalogMemberships({ auth, catalog }),
        }),
      }),
    }),
});
