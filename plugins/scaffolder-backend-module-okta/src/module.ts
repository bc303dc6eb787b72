import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import {
  flowCleanupExtensionPoint,
  flowLedgerServiceRef,
  stepGuardServiceRef,
} from '@portico/plugin-flows-node';
import { createOktaAssignGroupsAction } from './actions/assignGroups';
import { createCheckPersonAction } from './actions/checkPerson';
import { createOktaCreateUserAction } from './actions/createUser';
import { createOktaDeactivateUserAction } from './actions/deactivateUser';
import { createListOwnedAction } from './actions/listOwned';
import { createOktaRemoveGroupsAction } from './actions/removeGroups';
import { OktaOrgs } from './client/OktaOrgs';
import { createMembershipRemover } from './membership/membershipRemover';
import { People } from './person/People';
import { createUserRemover } from './user/userRemover';

/** Actions on people in Okta (`okta.orgs`), and what takes back what they make. */
export const scaffolderModuleOkta = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'okta',
  register({ registerInit }) {
    registerInit({
      deps: {
        scaffolder: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        cleanup: flowCleanupExtensionPoint,
        config: coreServices.rootConfig,
        guard: stepGuardServiceRef,
        ledger: flowLedgerServiceRef,
      },
      async init({ scaffolder, cleanup, config, guard, ledger, ...deps }) {
        const orgs = OktaOrgs.fromConfig(config);
        const portalUrl = config.getString('app.baseUrl');
        const people = new People(deps);
        const options = { orgs, guard, ledger, portalUrl };
        scaffolder.addActions(
          createCheckPersonAction({ ...options, config, people }),
          createListOwnedAction({ people, ledger }),
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
