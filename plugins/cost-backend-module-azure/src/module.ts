import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { costExtensionPoint } from '@portico/plugin-cost-node';
import { AzureCostProvider } from './AzureCostProvider';
import { readAzureSettings } from './config/readAzureSettings';

/** Bills of Azure by Cost Management; quiet without `cost.azure`. */
export const costModuleAzure = createBackendModule({
  pluginId: 'cost',
  moduleId: 'azure',
  register({ registerInit }) {
    registerInit({
      deps: { config: coreServices.rootConfig, cost: costExtensionPoint },
      async init({ config, cost }) {
        for (const settings of readAzureSettings(config)) {
          cost.addProvider(new AzureCostProvider(settings));
        }
      },
    });
  },
});
