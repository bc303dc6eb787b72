import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { DefaultGithubActionsService } from './GithubActionsService';
import { createRouter } from './router';

/** Serves the workflow runs of entities' repositories; reads only. */
export const githubActionsPlugin = createBackendPlugin({
  pluginId: 'github-actions',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ catalog, config, httpAuth, httpRouter }) {
        const service = DefaultGithubActionsService.create({ config, catalog });
        httpRouter.use(createRouter({ httpAuth, service }));
      },
    });
  },
});
