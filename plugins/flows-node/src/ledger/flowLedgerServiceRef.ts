import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { DatabaseFlowLedger } from './DatabaseFlowLedger';

/** The ledger of the scaffolder's tasks. For modules of the scaffolder: it lies in their database. */
export const flowLedgerServiceRef = createServiceRef<DatabaseFlowLedger>({
  id: 'portico.flow-ledger',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { database: coreServices.database },
      factory: ({ database }) => DatabaseFlowLedger.create(database),
    }),
});
