import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';

const PREFIX = 'mock-service-token:';

/**
 * The mock of auth, but with the actor that real credentials have when a plugin asks for a person: the
 * permission backend answers with conditions to plugins only.
 */
export const authFactory = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory: ({ plugin }) => {
    const auth = mockServices.auth({ pluginId: plugin.getId() });
    const authenticate = auth.authenticate.bind(auth);
    auth.authenticate = async (token, options) => {
      const credentials = await authenticate(token, options);
      if (!auth.isPrincipal(credentials, 'user')) return credentials;
      if (!token.startsWith(PREFIX)) return credentials;
      const { sub } = JSON.parse(token.slice(PREFIX.length)) as { sub: string };
      return mockCredentials.user(credentials.principal.userEntityRef, {
        actor: { subject: sub },
      });
    };
    return auth;
  },
});
