import { createHash } from 'node:crypto';
import { AwsError } from '../AwsError';
import { ACCOUNT_ID, type AwsIdentity, type Credentials } from '../identity';

const ROLE = /^arn:aws:iam::(\d{12}):role\/((?:[\w+=,.@-]+\/)*([\w+=,.@-]+))$/;
const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;
/** Limits of AWS, in seconds. */
const [MIN_DURATION, MAX_DURATION] = [900, 43_200];

/**
 * Temporary credentials for a role of the organisation's account. Simulated: every role of that account
 * exists and trusts the caller; roles of other accounts don't.
 *
 * @throws AwsError `ValidationError`, or 403 `AccessDenied`
 */
export function assumeRole(
  form: URLSearchParams,
  caller: AwsIdentity,
  credentials: Credentials,
) {
  const roleArn = form.get('RoleArn') ?? '';
  const sessionName = form.get('RoleSessionName') ?? '';
  const durationSeconds = Number(form.get('DurationSeconds') ?? 3600);
  const role = ROLE.exec(roleArn);
  if (!role) {
    throw invalid('roleArn', roleArn, 'the ARN of a role');
  }
  if (!SESSION_NAME.test(sessionName)) {
    throw invalid('roleSessionName', sessionName, '[\\w+=,.@-]{2,64}');
  }
  if (
    !Number.isInteger(durationSeconds) ||
    durationSeconds < MIN_DURATION ||
    durationSeconds > MAX_DURATION
  ) {
    throw invalid(
      'durationSeconds',
      form.get('DurationSeconds') ?? '',
      `${MIN_DURATION} to ${MAX_DURATION}`,
    );
  }
  const [, accountId, , roleName] = role;
  if (accountId !== ACCOUNT_ID) {
    throw new AwsError(
      'AccessDenied',
      `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`,
      403,
    );
  }
  const identity: AwsIdentity = {
    accountId,
    arn: `arn:aws:sts::${accountId}:assumed-role/${roleName}/${sessionName}`,
    userId: `${roleId(roleArn)}:${sessionName}`,
  };
  const credential = credentials.createTemporary(identity, durationSeconds);
  return {
    Credentials: {
      AccessKeyId: credential.accessKeyId,
      SecretAccessKey: credential.secretAccessKey,
      SessionToken: credential.sessionToken,
      Expiration: `${new Date(credential.expiresAt)
        .toISOString()
        .slice(0, 19)}Z`,
    },
    AssumedRoleUser: { Arn: identity.arn, AssumedRoleId: identity.userId },
  };
}

/** `AROA` and 17 characters, always the same for a role. */
function roleId(roleArn: string): string {
  const digest = createHash('sha256').update(roleArn).digest('hex');
  return `AROA${digest.slice(0, 17).toUpperCase()}`;
}

function invalid(member: string, value: string, wanted: string) {
  return new AwsError(
    'ValidationError',
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: Member must satisfy ${wanted}`,
  );
}
