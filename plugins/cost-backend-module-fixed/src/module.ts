import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { costExtensionPoint } from '@portico/plugin-cost-node';
import { readFixedCosts } from './config/readFixedCosts';
import { FixedCostProvider } from './FixedCostProvider';

/** Licences, support and seats of the config; quiet without `cost.fixed`. */
export const costModuleFixed = createBackendModule({
  pluginId: 'cost',
  moduleId: 'fixed',
  register({ registerInit }) {
    registerInit({
      deps: { config: coreServices.rootConfig, cost: costExtensionPoint },
      async init({ config, cost }) {
        const costs = readFixedCosts(config);
        if (costs.length === 0) return;
        cost.addProvider(new FixedCostProvider(costs));
      },
    });
  },
});
