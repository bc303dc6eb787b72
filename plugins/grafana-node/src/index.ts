export type {
  AlertingRule,
  AlertInstance,
  NewSilence,
  RuleGroup,
  Silence,
  SilenceMatcher,
} from './client/alertTypes';
export type { GrafanaAlerting } from './client/GrafanaAlerting';
export type { Call, LimitedCall } from './client/Call';
export {
  GrafanaClient,
  type GrafanaClientOptions,
} from './client/GrafanaClient';
export type { GrafanaContent } from './client/GrafanaContent';
export type {
  Dashboard,
  Datasource,
  Folder,
  FolderPermission,
  FrontendSettings,
  GrafanaUser,
  LibraryPanel,
  QueryResults,
  SearchHit,
  Team,
} from './client/types';
export {
  readGrafanaInstances,
  type GrafanaInstance,
} from './config/readGrafanaInstances';
export { GrafanaInstances } from './GrafanaInstances';
export { GrafanaProblem } from './GrafanaProblem';
