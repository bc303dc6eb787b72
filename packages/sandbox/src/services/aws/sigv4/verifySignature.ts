import { timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { AwsError } from '../AwsError';
import type { AwsIdentity, Credentials } from '../identity';
import type { SignatureHeader } from './parseAuthorization';
import { signatureOf } from './signatureOf';

/** How far the caller's clock may be off. */
const SKEW_MS = 15 * 60_000;

/**
 * As whom a signed request is made.
 *
 * @throws AwsError 403 where the key is unknown or expired, the time is off, or the signature is not that
 * of its secret
 */
export function verifySignature(options: {
  request: Request;
  body: Buffer;
  header: SignatureHeader;
  credentials: Credentials;
  now: Date;
}): AwsIdentity {
  const { request, body, header, credentials, now } = options;
  const credential = credentials.find(header.accessKeyId);
  if (
    !credential ||
    request.get('x-amz-security-token') !== credential.sessionToken
  ) {
    throw new AwsError(
      'InvalidClientTokenId',
      'The security token included in the request is invalid.',
      403,
    );
  }
  if (credentials.isExpired(credential)) {
    throw new AwsError(
      'ExpiredToken',
      'The security token included in the request is expired',
      403,
    );
  }
  const timestamp = request.get('x-amz-date') ?? '';
  const at = Date.parse(
    timestamp.replace(
      /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/,
      '$1-$2-$3T$4:$5:$6Z',
    ),
  );
  if (Number.isNaN(at) || !timestamp.startsWith(header.date)) {
    throw new AwsError(
      'IncompleteSignature',
      `Date must be in ISO-8601 'basic format', and of the day in the credential scope. Got '${timestamp}'.`,
    );
  }
  if (Math.abs(now.getTime() - at) > SKEW_MS) {
    throw new AwsError(
      'SignatureDoesNotMatch',
      `Signature ${
        at < now.getTime() ? 'expired' : 'not yet current'
      }: ${timestamp} is more than 15 minutes from ${now.toISOString()}`,
      403,
    );
  }
  const { secretAccessKey } = credential;
  const wanted = signatureOf({
    request,
    body,
    header,
    timestamp,
    secretAccessKey,
  });
  const [a, b] = [Buffer.from(wanted), Buffer.from(header.signature)];
  if (
    !header.signedHeaders.includes('host') ||
    a.length !== b.length ||
    !timingSafeEqual(a, b)
  ) {
    throw new AwsError(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
      403,
    );
  }
  return credential.identity;
}
