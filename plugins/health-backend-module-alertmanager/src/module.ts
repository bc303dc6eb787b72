import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { healthExtensionPoint } from '@portico/plugin-health-node';
import { AlertmanagerProvider } from './AlertmanagerProvider';
import { AlertmanagerClient } from './client/AlertmanagerClient';
import { readAlertmanagerSettings } from './config/readAlertmanagerSettings';
import { SilenceResponder } from './SilenceResponder';

/** Alerts that fire, and silences for them; quiet without `health.alertmanager.instances`. */
export const healthModuleAlertmanager = createBackendModule({
  pluginId: 'health',
  moduleId: 'alertmanager',
  register({ registerInit }) {
    registerInit({
      deps: {
        config: coreServices.rootConfig,
        health: healthExtensionPoint,
      },
      async init({ config, health }) {
        const settings = readAlertmanagerSettings(config);
        if (settings.instances.length === 0) return;
        const clients = settings.instances.map(
          instance => new AlertmanagerClient(instance, { retries: 1 }),
        );
        health.addProvider(new AlertmanagerProvider(clients, settings));
        health.addResponder(new SilenceResponder(clients, settings));
      },
    });
  },
});
