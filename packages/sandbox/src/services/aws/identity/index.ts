export {
  ACCOUNT_ID,
  type AwsCredential,
  type AwsIdentity,
} from './AwsIdentity';
export { Credentials, ROOT_CREDENTIAL } from './Credentials';
