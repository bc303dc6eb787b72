export { createIdentityStoreApi } from './createIdentityStoreApi';
export { IdentityStore, isProvisioned } from './IdentityStore';
export {
  SCIM,
  type ExternalId,
  type StoreGroup,
  type StoreUser,
} from './types';
