import type {
  AuditorService,
  AuthService,
  DiscoveryService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SourceReports } from '@portico/plugin-sources-node';
import type { Knex } from 'knex';
import type { Attributor } from './attribution/Attributor';
import type { CostConfig } from './config/CostConfig';
import type { CostRegistry } from './registry/CostRegistry';
import type { CostSubjects } from './subjects/CostSubjects';

/** What all rooms of the plugin share. */
export interface CostContext {
  /** Tells when days are paid differently from before, and whether they are about to be. */
  attributed: Pick<Attributor, 'isCurrent' | 'onDays'>;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  config: CostConfig;
  /** Tables: migrations/20261121_cost.js. */
  db: Knex;
  discovery: DiscoveryService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  notifications: NotificationService;
  permissions: PermissionsService;
  registry: CostRegistry;
  reports: SourceReports;
  rootConfig: RootConfigService;
  subjects: CostSubjects;
  now: () => Date;
}
