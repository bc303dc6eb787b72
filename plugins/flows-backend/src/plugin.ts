import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { DefaultNameService } from '@portico/plugin-flows-node';
import { createRouter } from './router';

/** Answers what the forms of flows ask; reads only. */
export const flowsPlugin = createBackendPlugin({
  pluginId: 'flows',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ auth, catalog, config, httpAuth, httpRouter }) {
        const names = DefaultNameService.create({ auth, catalog, config });
        httpRouter.use(createRouter({ httpAuth, names }));
      },
    });
  },
});
