import type { Request, Response } from 'express';
import type { AwsError } from './AwsError';
import type { AwsIdentity } from './identity';

/** A request whose signature holds. */
export interface AwsRequest {
  request: Request;
  /** The body as it was sent. */
  body: Buffer;
  identity: AwsIdentity;
  /** Region of the credential scope, e.g. `eu-central-1`. */
  region: string;
}

/**
 * One AWS service. All of them share one port, as with a custom endpoint; which is meant stands in the
 * credential scope of the signature.
 */
export interface AwsApi {
  /** Its name in the credential scope, e.g. `sts`, `ce`, `s3`, `sso`, `identitystore`. */
  readonly scope: string;
  /** @throws AwsError */
  handle(request: AwsRequest, response: Response): Promise<void>;
  sendError(error: AwsError, response: Response): void;
}
