import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { healthExtensionPoint } from '@portico/plugin-health-node';
import { readPrometheusSettings } from './config/readPrometheusSettings';
import { PrometheusSeriesProvider } from './series/PrometheusSeriesProvider';
import { PrometheusHealthProvider } from './PrometheusHealthProvider';

/** Gives `health` what Prometheus knows, configured under `health.prometheus`; quiet where that is absent. */
export const healthModulePrometheus = createBackendModule({
  pluginId: 'health',
  moduleId: 'prometheus',
  register({ registerInit }) {
    registerInit({
      deps: {
        health: healthExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ health, config }) {
        const settings = readPrometheusSettings(config);
        if (settings.instances.length === 0) return;
        health.addProvider(new PrometheusHealthProvider(settings));
        health.addSeriesProvider(new PrometheusSeriesProvider(settings));
      },
    });
  },
});
