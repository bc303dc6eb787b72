import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { healthExtensionPoint } from '@portico/plugin-health-node';
import { ClusterReader } from './ClusterReader';
import { KubernetesProvider } from './KubernetesProvider';

/** Replicas, restarts and pods of the clusters that the Kubernetes plugin knows; quiet without `kubernetes.clusterLocatorMethods`. */
export const healthModuleKubernetes = createBackendModule({
  pluginId: 'health',
  moduleId: 'kubernetes',
  register({ registerInit }) {
    registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        health: healthExtensionPoint,
      },
      async init({ config, health, ...deps }) {
        if (!config.has('kubernetes.clusterLocatorMethods')) return;
        health.addProvider(new KubernetesProvider(new ClusterReader(deps)));
      },
    });
  },
});
