export { CatalogMemberships, type Memberships } from './Memberships';
export { guardedStep, type StepTarget } from './guardedStep';
export { CatalogOwners, type Owners } from './Owners';
export type { StepGuard } from './StepGuard';
export { stepGuardServiceRef } from './stepGuardServiceRef';
