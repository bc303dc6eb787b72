import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import {
  flowCleanupExtensionPoint,
  flowLedgerServiceRef,
  stepGuardServiceRef,
} from '@portico/plugin-flows-node';
import { createAwsAssignAction } from './actions/assign';
import { createAwsUnassignAction } from './actions/unassign';
import { createAssignmentRemover } from './assignment/assignmentRemover';
import { AwsIdentity } from './client/AwsIdentity';
import { createUserRemover } from './user/ensureUser';

/** Actions on access to AWS accounts (`awsIdentity`), and what takes back what they make. */
export const scaffolderModuleAwsIdentity = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'aws-identity',
  register({ registerInit }) {
    registerInit({
      deps: {
        scaffolder: scaffolderActionsExtensionPoint,
        cleanup: flowCleanupExtensionPoint,
        config: coreServices.rootConfig,
        guard: stepGuardServiceRef,
        ledger: flowLedgerServiceRef,
      },
      async init({ scaffolder, cleanup, config, guard, ledger }) {
        const aws = AwsIdentity.fromConfig(config);
        const portalUrl = config.getString('app.baseUrl');
        const options = { aws, guard, ledger, portalUrl };
        scaffolder.addActions(
          createAwsAssignAction(options),
          createAwsUnassignAction(options),
        );
        cleanup.addRemovers(
          createAssignmentRemover(aws),
          createUserRemover(aws),
        );
      },
    });
  },
});
