import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { AwsSettings } from '../config/AwsSettings';

/** What AWS's clients are built with: one attempt at a time, since each is paid and counted. */
export function clientConfig(settings: AwsSettings, timeoutMs: number) {
  const { region, endpoint, credentials, role } = settings;
  return {
    region,
    endpoint,
    maxAttempts: 1,
    credentials: role
      ? fromTemporaryCredentials({
          masterCredentials: credentials,
          params: {
            RoleArn: role.arn,
            RoleSessionName: 'portico-cost',
            ExternalId: role.externalId,
          },
          clientConfig: { region, endpoint },
        })
      : credentials,
    requestHandler: {
      connectionTimeout: timeoutMs,
      requestTimeout: timeoutMs,
      throwOnRequestTimeout: true,
    },
  };
}
