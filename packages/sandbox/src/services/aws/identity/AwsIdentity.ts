/** The account of the organisation; the number is the one of AWS's own examples. */
export const ACCOUNT_ID = '111122223333';

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
