import {
  AuthenticationError,
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';

/** What the errors of the AWS SDK carry. */
interface AwsFailure extends Error {
  $metadata?: { httpStatusCode?: number; requestId?: string };
}

/** Turns a failure into the error class that says what to do about it. Never holds the key. */
export function awsError(error: unknown, what: string): Error {
  const { name, message, $metadata } = error as AwsFailure;
  const status = $metadata?.httpStatusCode;
  if (status === undefined) {
    return new ServiceUnavailableError(
      `AWS could not be asked to ${what}: ${
        message || name
      }. Check awsIdentity.region and that AWS can be reached.`,
    );
  }
  const id = $metadata?.requestId ? ` (request ${$metadata.requestId})` : '';
  const told = `AWS answered ${name} when asked to ${what}: ${message.replace(
    /[.\s]+$/,
    '',
  )}${id}.`;
  switch (name) {
    case 'AccessDeniedException':
      return new NotAllowedError(
        `${told} Give Portico's role this right in the Identity Center account.`,
      );
    case 'UnrecognizedClientException':
    case 'InvalidSignatureException':
    case 'InvalidClientTokenId':
    case 'ExpiredTokenException':
    case 'IncompleteSignatureException':
      return new AuthenticationError(
        `${told} Check the credentials of awsIdentity.`,
      );
    case 'ResourceNotFoundException':
      return new NotFoundError(told);
    case 'ConflictException':
      return new ConflictError(told);
    case 'ValidationException':
      return new InputError(told);
    case 'ServiceQuotaExceededException':
      return new InputError(`${told} Ask AWS for a higher quota.`);
    default:
      return status === 429 || status >= 500 || name === 'ThrottlingException'
        ? new ServiceUnavailableError(`${told} Try again later.`)
        : new Error(told);
  }
}
