import type { Kit } from '../../kit';
import type { World } from '../../world';
import type { Silences } from '../alertmanager/Silences';
import type { Alerting } from './alerting/Alerting';
import type { AlertRules } from './alerting/AlertRules';
import type { DatasourceSetup } from './datasources';
import type { Dashboards } from './model/Dashboards';
import type { Folders } from './model/Folders';
import type { LibraryPanels } from './model/LibraryPanels';
import type { Permissions } from './model/Permissions';
import type { Teams } from './model/Teams';
import type { QueryRunner } from './query/QueryRunner';

/** What the routes work on. */
export interface GrafanaContext {
  kit: Kit;
  world: World;
  folders: Folders;
  dashboards: Dashboards;
  libraryPanels: LibraryPanels;
  permissions: Permissions;
  teams: Teams;
  alertRules: AlertRules;
  alerting: Alerting;
  silences: Silences;
  datasources: DatasourceSetup[];
  queries: QueryRunner;
}
