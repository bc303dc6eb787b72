import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ArgocdInstances } from '@portico/plugin-argocd-node';
import { healthExtensionPoint } from '@portico/plugin-health-node';
import { ArgocdDeploys } from './ArgocdDeploys';
import { ArgocdProvider } from './ArgocdProvider';

/** Sync and health of the applications of Argo CD, and deploys as marks on the timeline; quiet without `argocd.instances`. */
export const healthModuleArgocd = createBackendModule({
  pluginId: 'health',
  moduleId: 'argocd',
  register({ registerInit }) {
    registerInit({
      deps: {
        config: coreServices.rootConfig,
        health: healthExtensionPoint,
      },
      async init({ config, health }) {
        const instances = ArgocdInstances.fromConfig(config);
        if (instances.list().length === 0) return;
        health.addProvider(new ArgocdProvider(instances));
        health.addTimelineProvider(new ArgocdDeploys(instances));
      },
    });
  },
});
