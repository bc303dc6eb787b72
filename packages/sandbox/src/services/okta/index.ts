export { OktaService } from './OktaService';
export {
  sourceOfWorld,
  type ProvisionedGroup,
  type ProvisionedUser,
  type ProvisioningSource,
} from './provisioning';
export { oktaFromEnvironment, type OktaOptions } from './OktaOptions';
