import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import type { ApprovalsClient } from './ApprovalsClient';
import { HttpApprovalsClient } from './HttpApprovalsClient';

/** Asks people; for modules of the scaffolder, which alone may ask. */
export const approvalsClientServiceRef = createServiceRef<ApprovalsClient>({
  id: 'portico.approvals-client',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        logger: coreServices.logger,
      },
      factory: deps => new HttpApprovalsClient(deps),
    }),
});
