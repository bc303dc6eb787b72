import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { scaffolderServiceRef } from '@backstage/plugin-scaffolder-node';
import { CatalogMemberships } from '@portico/plugin-flows-node';
import { ScaffolderActions } from './policy/KnownActions';
import { PorticoPermissionPolicy } from './policy/PorticoPermissionPolicy';
import { CatalogRoleMembers } from './policy/RoleMembers';
import { readRules } from './rules';

/** Portico's permission policy: who may do what, by the rules of `portico.permissions`. */
export const permissionModulePortico = createBackendModule({
  pluginId: 'permission',
  moduleId: 'portico',
  register(env) {
    env.registerInit({
      deps: {
        policy: policyExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        scaffolder: scaffolderServiceRef,
      },
      async init({ policy, auth, catalog, config, logger, scaffolder }) {
        const rules = readRules(config);
        if (rules.rules.length === 0) {
          logger.warn(
            'portico.permissions.rules is empty: nobody may do anything.',
          );
        }
        policy.setPolicy(
          new PorticoPermissionPolicy({
            auth,
            logger,
            rules,
            memberships: new CatalogMemberships({ auth, catalog }),
            knownActions: new ScaffolderActions({ auth, scaffolder }),
            roleMembers: new CatalogRoleMembers({ auth, catalog }),
          }),
        );
      },
    });
  },
});
