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
import { createOktaAssignGroupsAction } from './actions/assignGroups';
import { createOktaCreateUserAction } from './actions/createUser';
import { createOktaDeactivateUserAction } from './actions/deactivateUser';
import { createOktaRemoveGroupsAction } from './actions/removeGroups';
import { OktaOrgs } from './client/OktaOrgs';
import { createMembershipRemover } from './membership/membershipRemover';
import { createUserRemover } from './user/userRemover';

/** Actions on people in Okta (`okta.orgs`), and what takes back what they make. */
export const scaffolderModuleOkta = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'okta',
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
        const orgs = OktaOrgs.fromConfig(config);
        const portalUrl = config.getString('app.baseUrl');
        const options = { orgs, guard, ledger, portalUrl };
        scaffolder.addActions(
          createOktaCreateUserAction(options),
          createOktaAssignGroupsAction(options),
          createOktaRemoveGroupsAction(options),
          createOktaDeactivateUserAction(options),
        );
        cleanup.addRemovers(
          createUserRemover(orgs),
          createMembershipRemover(orgs),
        );
      },
    });
  },
});
