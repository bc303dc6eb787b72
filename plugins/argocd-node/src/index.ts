export {
  applicationsOf,
  ARGOCD_ANNOTATIONS,
  environmentOf,
  namesApplications,
} from './applications/applicationsOf';
export { ArgocdInstances } from './ArgocdInstances';
export { ArgocdClient, type ArgocdClientOptions } from './client/ArgocdClient';
export type { ArgocdRetry } from './client/ArgocdHttp';
export {
  readArgocdInstances,
  type ArgocdInstance,
} from './config/readArgocdInstances';
export type {
  Application,
  ApplicationCondition,
  ApplicationDestination,
  ApplicationEvent,
  ApplicationSource,
  ApplicationSpec,
  ApplicationStatus,
  HealthStatusCode,
  ManagedResource,
  NewApplication,
  OperationState,
  ResourceHealth,
  ResourceNode,
  ResourceResult,
  ResourceStatus,
  SyncPolicy,
  SyncRequest,
  SyncStatusCode,
} from './client/types';
