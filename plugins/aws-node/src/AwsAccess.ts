import type { Config } from '@backstage/config';

/** Where AWS is asked, and as whom: the keys that every section for AWS has. */
export interface AwsAccess {
  /** e.g. `us-east-1`. */
  region: string;
  /** Another address than AWS's own. */
  endpoint?: string;
  /** Absent where the SDK finds credentials as usual: pod role, instance role, environment. */
  credentials?: { accessKeyId: string; secretAccessKey: string };
  /** Assumed with these credentials. */
  role?: { arn: string; externalId?: string };
}

/**
 * Reads `region` (`us-east-1` if absent), `endpoint`, `accessKeyId` with `secretAccessKey`, `roleArn` with `externalId`.
 *
 * @throws Error that names the key where an access key has no secret
 */
export function readAwsAccess(section: Config): AwsAccess {
  const accessKeyId = section.getOptionalString('accessKeyId');
  const roleArn = section.getOptionalString('roleArn');
  return {
    region: section.getOptionalString('region') ?? 'us-east-1',
    endpoint: section.getOptionalString('endpoint'),
    credentials: accessKeyId
      ? { accessKeyId, secretAccessKey: section.getString('secretAccessKey') }
      : undefined,
    role: roleArn
      ? { arn: roleArn, externalId: section.getOptionalString('externalId') }
      : undefined,
  };
}
