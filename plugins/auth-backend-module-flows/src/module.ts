import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { authProvidersExtensionPoint } from '@backstage/plugin-auth-node';
import { DelegationProvider } from './DelegationProvider';

/**
 * Gives flows a fresh token of the person for whom they run: a flow that waits for an approval, or that
 * a webhook started, goes on with the rights that this person has *now*, not with those of a session
 * that ended meanwhile. Turned on by the empty section `auth.providers.flows`.
 */
export const authModuleFlows = createBackendModule({
  pluginId: 'auth',
  moduleId: 'flows',
  register({ registerInit }) {
    registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        httpAuth: coreServices.httpAuth,
        auditor: coreServices.auditor,
      },
      async init({ providers, httpAuth, auditor }) {
        providers.registerProvider({
          providerId: 'flows',
          factory: ({ resolverContext }) =>
            new DelegationProvider({ resolverContext, httpAuth, auditor }),
        });
      },
    });
  },
});
