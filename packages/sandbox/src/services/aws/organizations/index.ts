export { createOrganizationsApi } from './createOrganizationsApi';
