export { MANAGEMENT_ACCOUNT_ID } from './accounts';
export { createWorld } from './createWorld';
export { onboardingRepository } from './onboarding';
export {
  componentEntity,
  type RepositoryPlace,
} from './repository/catalogInfo';
export {
  ENVIRONMENTS,
  namespaceIn,
  replicasIn,
  versionIn,
  type Environment,
} from './repository/environments';
export {
  deployedAt,
  pastDeliveries,
  type PastDelivery,
} from './pastDeliveries';
export { RED_PANELS, redDashboardUid } from './repository/grafana';
export { memoryLimitOf } from './repository/manifests';
export { terraformFiles } from './repository/terraform';
export { repositoryFiles } from './repositoryFiles';
export type * from './types';
