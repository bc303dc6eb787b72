export { Provisioning } from './Provisioning';
export { ScimClient } from './ScimClient';
export {
  DEFAULT_SCIM,
  scimFromEnvironment,
  type ScimOptions,
} from './ScimOptions';
