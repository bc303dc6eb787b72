import type {
  AuthService,
  DatabaseService,
  DiscoveryService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { ScmIntegrations } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import type { ArgocdInstances } from '@portico/plugin-argocd-node';
import { VisibleComponents } from '@portico/plugin-flows-node';
import type { SourceReports } from '@portico/plugin-sources-node';
import { ChangesStep } from './collect/ChangesStep';
import { Collector } from './collect/Collector';
import { DeploymentsStep } from './collect/DeploymentsStep';
import { FlowsStep } from './collect/FlowsStep';
import { GithubHistory } from './collect/GithubHistory';
import { PeriodsStep } from './collect/PeriodsStep';
import type { DeliveryConfig } from './config/DeliveryConfig';
import { Datasets } from './read/Dataset';
import { DeliveryReader } from './read/DeliveryReader';
import { DeliveryStore } from './store/DeliveryStore';

/** Everything of delivery that knows no HTTP and no schedule. */
export async function createDelivery(options: {
  auth: AuthService;
  catalog: CatalogService;
  config: DeliveryConfig;
  database: DatabaseService;
  discovery: DiscoveryService;
  instances: ArgocdInstances;
  integrations: ScmIntegrations;
  logger: LoggerService;
  permissions: PermissionsService;
  reports: SourceReports;
  scaffolder: ScaffolderService;
  now: () => Date;
}) {
  const { config } = options;
  const { environment, ignoreTypes, templates } = config;
  const store = await DeliveryStore.create(options.database);
  const github = new GithubHistory(options.integrations);
  const collector = new Collector({ ...options, store, ignoreTypes });
  const { components } = collector;
  const common = { ...options, store, components };
  collector.add(new DeploymentsStep({ ...common, environment }));
  collector.add(new ChangesStep({ github, store }));
  collector.add(new PeriodsStep(common));
  collector.add(new FlowsStep({ ...common, github, templates }));
  const reader = new DeliveryReader({
    ...options,
    datasets: new Datasets({ ...options, store }),
    visibility: new VisibleComponents(options),
  });
  return { store, collector, reader };
}
