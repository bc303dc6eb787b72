import { MANAGEMENT_ACCOUNT_ID } from '../../../world';

/** The account whose access keys the sandbox knows. */
export const ACCOUNT_ID = MANAGEMENT_ACCOUNT_ID;

/** As whom a request is made. */
export interface AwsIdentity {
  /** e.g. `arn:aws:iam::111122223333:user/portico`. */
  arn: string;
  userId: string;
  accountId: string;
}

/** An access key and whose it is. */
export interface AwsCredential {
  accessKeyId: string;
  secretAccessKey: string;
  /** Temporary credentials only. */
  sessionToken?: string;
  /** Milliseconds since 1970; temporary credentials only. */
  expiresAt?: number;
  identity: AwsIdentity;
}
