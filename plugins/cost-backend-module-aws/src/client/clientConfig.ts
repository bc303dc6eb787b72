import { awsCredentials } from '@portico/plugin-aws-node';
import type { AwsSettings } from '../config/AwsSettings';

/** What AWS's clients are built with: one attempt at a time, since each is paid and counted. */
export function clientConfig(settings: AwsSettings, timeoutMs: number) {
  const { region, endpoint } = settings;
  return {
    region,
    endpoint,
    maxAttempts: 1,
    credentials: awsCredentials(settings, {
      sessionName: 'portico-cost',
      stsEndpoint: endpoint,
    }),
    requestHandler: {
      connectionTimeout: timeoutMs,
      requestTimeout: timeoutMs,
      throwOnRequestTimeout: true,
    },
  };
}
