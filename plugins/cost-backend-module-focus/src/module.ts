import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { costExtensionPoint } from '@portico/plugin-cost-node';
import { readFocusSettings } from './config/readFocusSettings';
import { openSource } from './files/openSource';
import { FocusProvider } from './FocusProvider';

/** Bills that are exported as FOCUS files; quiet without `cost.focus`. */
export const costModuleFocus = createBackendModule({
  pluginId: 'cost',
  moduleId: 'focus',
  register({ registerInit }) {
    registerInit({
      deps: { config: coreServices.rootConfig, cost: costExtensionPoint },
      async init({ config, cost }) {
        for (const settings of readFocusSettings(config)) {
          cost.addProvider(
            new FocusProvider(settings, openSource(settings.from)),
          );
        }
      },
    });
  },
});
