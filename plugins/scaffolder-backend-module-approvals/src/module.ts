import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { approvalsClientServiceRef } from '@portico/plugin-approvals-node';
import {
  flowCleanupExtensionPoint,
  flowLedgerServiceRef,
  stepGuardServiceRef,
} from '@portico/plugin-flows-node';
import { createApprovalRequestAction } from './actions/approvalRequest';
import { createApprovalRemover } from './remover/approvalRemover';

/** Gives templates the action `approval:request`, and withdraws what ended tasks had asked. */
export const scaffolderModuleApprovals = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'approvals',
  register({ registerInit }) {
    registerInit({
      deps: {
        scaffolder: scaffolderActionsExtensionPoint,
        cleanup: flowCleanupExtensionPoint,
        approvals: approvalsClientServiceRef,
        config: coreServices.rootConfig,
        guard: stepGuardServiceRef,
        ledger: flowLedgerServiceRef,
      },
      async init({ scaffolder, cleanup, approvals, config, guard, ledger }) {
        scaffolder.addActions(
          createApprovalRequestAction({
            approvals,
            guard,
            ledger,
            portalUrl: config.getString('app.baseUrl').replace(/\/$/, ''),
          }),
        );
        cleanup.addRemovers(createApprovalRemover(approvals));
      },
    });
  },
});
