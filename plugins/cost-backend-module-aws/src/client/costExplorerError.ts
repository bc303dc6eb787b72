import {
  AuthenticationError,
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';

/** What the errors of the AWS SDK carry. */
interface AwsFailure extends Error {
  $metadata?: { httpStatusCode?: number; requestId?: string };
}

const THROTTLED = ['LimitExceededException', 'ThrottlingException'];
const KEY_REFUSED = [
  'UnrecognizedClientException',
  'InvalidSignatureException',
  'InvalidClientTokenId',
  'SignatureDoesNotMatch',
  'ExpiredTokenException',
  'IncompleteSignatureException',
];

/** Whether asking again later may help. */
export function isPassing(error: Error): boolean {
  const { name, $metadata } = error as AwsFailure;
  const status = $metadata?.httpStatusCode;
  if (status === undefined) {
    return (
      ['TimeoutError', 'NetworkingError'].includes(name) || 'code' in error
    );
  }
  return status === 429 || status >= 500 || THROTTLED.includes(name);
}

/**
 * Turns a failure into the error that says what to do about it. Never holds a key.
 *
 * @param asked.title of the source, e.g. `AWS Cost Explorer 'mini-org'`
 * @param asked.right that the request needs, e.g. `ce:GetCostAndUsage`
 * @param asked.what in words, e.g. `the costs from … to …`
 */
export function costExplorerError(
  error: Error,
  asked: { title: string; right: string; what: string },
): Error {
  const { name, message, $metadata } = error as AwsFailure;
  const { title, right, what } = asked;
  if (name === 'CredentialsProviderError') {
    return new AuthenticationError(
      `${title} could not be asked for ${what}: there are no AWS credentials (${message}). Set accessKeyId and secretAccessKey under cost.aws, or give the portal's pod a role.`,
    );
  }
  if ($metadata?.httpStatusCode === undefined) {
    return new ServiceUnavailableError(
      `${title} could not be asked for ${what}: ${
        message || name
      }. Check that AWS can be reached, and region and endpoint under cost.aws.`,
    );
  }
  const id = $metadata.requestId ? ` (request ${$metadata.requestId})` : '';
  const told = `${title} answered ${name} when asked for ${what}: ${message.replace(
    /[.\s]+$/,
    '',
  )}${id}.`;
  if (KEY_REFUSED.includes(name)) {
    return new AuthenticationError(`${told} Check the keys under cost.aws.`);
  }
  if (THROTTLED.includes(name)) {
    return new ServiceUnavailableError(
      `${told} It was asked again several times; the next collection goes on with these days.`,
    );
  }
  switch (name) {
    case 'AccessDeniedException':
    case 'AccessDenied':
      return new NotAllowedError(
        `${told} The identity under cost.aws needs ${right}, and Cost Explorer has to be enabled in the account that pays (Billing and Cost Management → Cost Explorer), for IAM users too.`,
      );
    case 'DataUnavailableException':
      return new ServiceUnavailableError(
        `${told} Where Cost Explorer was enabled lately, its first data takes a day to come; else enable it under Billing and Cost Management → Cost Explorer.`,
      );
    case 'BillExpirationException':
    case 'RequestChangedException':
    case 'InvalidNextTokenException':
      return new ServiceUnavailableError(
        `${told} The bill changed while it was read; the next collection reads these days again.`,
      );
    case 'ValidationException':
      return new InputError(
        `${told} Cost Explorer keeps 13 months by day; check cost.backfillMonths, and groupBy under cost.aws.`,
      );
    default:
      return new ServiceUnavailableError(
        `${told} The next collection asks again.`,
      );
  }
}
