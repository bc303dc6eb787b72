import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { healthExtensionPoint } from '@portico/plugin-health-node';
import { PagerDutyClient } from './client/PagerDutyClient';
import { readPagerDutySettings } from './config/readPagerDutySettings';
import { CatalogPeople } from './directory/People';
import { PagerDutyProvider } from './PagerDutyProvider';
import { PagerDutyResponder } from './respond/PagerDutyResponder';

/** Open incidents, who is on call, and ways to answer; quiet without `health.pagerduty`. */
export const healthModulePagerDuty = createBackendModule({
  pluginId: 'health',
  moduleId: 'pagerduty',
  register({ registerInit }) {
    registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        health: healthExtensionPoint,
      },
      async init({ auth, catalog, config, health }) {
        const settings = readPagerDutySettings(config);
        if (!settings) return;
        const client = new PagerDutyClient(settings);
        const people = new CatalogPeople({ auth, catalog });
        health.addProvider(new PagerDutyProvider(client, people));
        health.addResponder(new PagerDutyResponder(client, settings));
      },
    });
  },
});
