import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { costExtensionPoint } from '@portico/plugin-cost-node';
import { AwsCostProvider } from './AwsCostProvider';
import { readAwsSettings } from './config/readAwsSettings';

/** Bills of AWS by Cost Explorer; quiet without `cost.aws`. */
export const costModuleAws = createBackendModule({
  pluginId: 'cost',
  moduleId: 'aws',
  register({ registerInit }) {
    registerInit({
      deps: { config: coreServices.rootConfig, cost: costExtensionPoint },
      async init({ config, cost }) {
        for (const settings of readAwsSettings(config)) {
          cost.addProvider(new AwsCostProvider(settings));
        }
      },
    });
  },
});
