export { API_TOKEN } from './authenticate';
export { createManagementRouter } from './managementRouter';
export type { OktaApi } from './OktaApi';
export { RateLimit } from './RateLimit';
