export { DirectorySource } from './DirectorySource';
export type * from './ProvisioningSource';
export { sourceOfWorld } from './sourceOfWorld';
