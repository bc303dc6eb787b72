import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { PorticoPermissionPolicy } from './PorticoPermissionPolicy';
import { readRoleGroups } from './roles';

/** Portico's permission policy: who may do what, by the groups that Okta brings. */
export const permissionModulePortico = createBackendModule({
  pluginId: 'permission',
  moduleId: 'portico',
  register(env) {
    env.registerInit({
      deps: {
        policy: policyExtensionPoint,
        config: coreServices.rootConfig,
        userInfo: coreServices.userInfo,
      },
      async init({ policy, config, userInfo }) {
        policy.setPolicy(
          new PorticoPermissionPolicy({
            userInfo,
            roles: readRoleGroups(config),
          }),
        );
      },
    });
  },
});
