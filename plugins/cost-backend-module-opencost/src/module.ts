import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { costExtensionPoint } from '@portico/plugin-cost-node';
import { readOpenCostSettings } from './config/readOpenCostSettings';
import { OpenCostAllocations } from './OpenCostAllocations';
import { OpenCostEstimate } from './OpenCostEstimate';

/** Who uses clusters, and what those cost that are on no bill; quiet without `cost.opencost`. */
export const costModuleOpenCost = createBackendModule({
  pluginId: 'cost',
  moduleId: 'opencost',
  register({ registerInit }) {
    registerInit({
      deps: { config: coreServices.rootConfig, cost: costExtensionPoint },
      async init({ config, cost }) {
        for (const settings of readOpenCostSettings(config)) {
          if (settings.counts === 'estimate') {
            cost.addProvider(new OpenCostEstimate(settings));
          } else {
            cost.addAllocationProvider(new OpenCostAllocations(settings));
          }
        }
      },
    });
  },
});
