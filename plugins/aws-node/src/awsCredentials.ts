import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { AwsAccess } from './AwsAccess';

/**
 * Credentials for a client of the SDK: those of the config, or of the role, renewed before they end; undefined where the
 * SDK finds its own.
 *
 * @param options.sessionName by which CloudTrail tells who used the role, e.g. `portico-cost`
 * @param options.stsEndpoint where roles are assumed, if not at AWS
 */
export function awsCredentials(
  { region, credentials, role }: AwsAccess,
  options: { sessionName: string; stsEndpoint?: string },
) {
  if (!role) return credentials;
  return fromTemporaryCredentials({
    masterCredentials: credentials,
    params: {
      RoleArn: role.arn,
      RoleSessionName: options.sessionName,
      ExternalId: role.externalId,
    },
    clientConfig: { region, endpoint: options.stsEndpoint },
  });
}
