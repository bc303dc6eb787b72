export { readAwsAccess, type AwsAccess } from './AwsAccess';
export { awsCredentials } from './awsCredentials';
