import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { healthExtensionPoint } from '@portico/plugin-health-node';
import { ProbeProvider } from './ProbeProvider';
import { readProbeConfig } from './readProbeConfig';

/** Asks services without metrics whether they answer; quiet without `health.probe`. */
export const healthModuleProbe = createBackendModule({
  pluginId: 'health',
  moduleId: 'probe',
  register({ registerInit }) {
    registerInit({
      deps: {
        config: coreServices.rootConfig,
        health: healthExtensionPoint,
      },
      async init({ config, health }) {
        const options = readProbeConfig(config);
        if (options) health.addProvider(new ProbeProvider(options));
      },
    });
  },
});
