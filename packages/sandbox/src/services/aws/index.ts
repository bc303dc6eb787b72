export { AwsService } from './AwsService';
export { scimFromEnvironment, type ScimOptions } from './scim';
