import type {
  AuthService,
  DatabaseService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { Collector } from './collect/Collector';
import type { HealthConfig } from './config/HealthConfig';
import { HealthReader } from './read/HealthReader';
import { OverviewBodies } from './read/OverviewBodies';
import { SummaryCache } from './read/SummaryCache';
import { Visibility } from './read/Visibility';
import type { HealthRegistry } from './registry/HealthRegistry';
import { ResponseService } from './respond/ResponseService';
import { SeriesService } from './series/SeriesService';
import { HealthStore } from './store/HealthStore';
import { Subjects } from './subjects/Subjects';
import { TimelineService } from './timeline/TimelineService';

/** Everything of health that knows no HTTP and no schedule. */
export async function createHealth(options: {
  auth: AuthService;
  catalog: CatalogService;
  config: HealthConfig;
  database: DatabaseService;
  logger: LoggerService;
  permissions: PermissionsService;
  registry: HealthRegistry;
  now?: () => Date;
}) {
  const { config, registry, now = () => new Date() } = options;
  const { environment, ignoreTypes } = config;
  const store = await HealthStore.create(options.database);
  const visibility = new Visibility({ ...options, now });
  const cache = new SummaryCache({ store, now });
  const { providers, responders } = registry;
  const subjects = new Subjects({ ...options, ignoreTypes, now });
  const collector = new Collector({
    ...options,
    store,
    subjects,
    providers,
    now,
  });
  const reader = new HealthReader({
    store,
    cache,
    visibility,
    environment,
    now,
  });
  return {
    store,
    collector,
    reader,
    overviews: new OverviewBodies({
      cache,
      visibility,
      overview: credentials => reader.overview(credentials),
      now,
    }),
    responses: new ResponseService({
      ...options,
      collector,
      providers,
      reader,
      responders,
      visibility,
    }),
    series: new SeriesService({
      visibility,
      providers: registry.seriesProviders,
      now,
    }),
    timeline: new TimelineService({
      ...options,
      knex: store.knex,
      cache,
      visibility,
      providers: registry.timelineProviders,
    }),
  };
}
