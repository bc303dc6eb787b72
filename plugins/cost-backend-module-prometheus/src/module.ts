import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { costExtensionPoint } from '@portico/plugin-cost-node';
import { readPrometheusServers } from '@portico/plugin-prometheus-node';
import { readUnits, wantsRequests } from './config/readUnits';
import { OwnUnits } from './OwnUnits';
import { RequestUnits } from './RequestUnits';

/** What cost is divided by, from the Prometheus of `health.prometheus`; quiet where nothing is to be counted. */
export const costModulePrometheus = createBackendModule({
  pluginId: 'cost',
  moduleId: 'prometheus',
  register({ registerInit }) {
    registerInit({
      deps: { config: coreServices.rootConfig, cost: costExtensionPoint },
      async init({ config, cost }) {
        const servers = readPrometheusServers(config);
        if (servers.instances.length > 0 && wantsRequests(config)) {
          cost.addUnitProvider(new RequestUnits(servers));
        }
        for (const own of readUnits(config, servers)) {
          cost.addUnitProvider(new OwnUnits(own, servers));
        }
      },
    });
  },
});
