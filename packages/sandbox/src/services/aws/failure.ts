import { AwsError } from './AwsError';

const REVOKED = 'The security token included in the request is invalid.';

/** Code and message by status; https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html */
const ERRORS: Record<number, [code: string, message: string]> = {
  400: ['ValidationException', 'The request is not valid.'],
  403: [
    'AccessDeniedException',
    'User is not authorized to perform this operation.',
  ],
  404: ['ResourceNotFoundException', 'The resource was not found.'],
  409: ['ConflictException', 'The resource is in a conflicting state.'],
  429: ['ThrottlingException', 'Rate exceeded'],
  500: [
    'InternalFailure',
    'The request processing has failed because of an unknown error.',
  ],
  503: [
    'ServiceUnavailable',
    'The request has failed due to a temporary failure of the server.',
  ],
};

/**
 * The error that AWS gives with a status. It never answers 401: a key that was revoked is refused with 403
 * by STS and with 400 by the services that speak JSON, and 401 stands for that.
 */
export function failureOf(status: number, scope: string): AwsError {
  if (status === 401) {
    return scope === 'sts'
      ? new AwsError('InvalidClientTokenId', REVOKED, 403)
      : new AwsError('UnrecognizedClientException', REVOKED, 400);
  }
  if (status === 429 && scope === 'ce') {
    return new AwsError('LimitExceededException', 'Rate exceeded', 400);
  }
  const [code, message] = ERRORS[status] ?? ERRORS[status < 500 ? 400 : 500];
  return new AwsError(code, message, status);
}
