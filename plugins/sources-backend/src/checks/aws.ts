import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { Finding, Vendor } from '../Source';

const configKey = 'awsIdentity';
const usedFor = 'AWS access in onboarding and off-boarding.';

/** The identity with which Portico calls AWS. */
export const aws: Vendor = {
  kind: 'aws',
  title: 'AWS',
  usedFor,
  configKey,
  read(config) {
    const section = config.getOptionalConfig(configKey);
    if (!section) return [];
    const region = section.getString('region');
    const endpoint = section.getOptionalString('endpoint');
    const accessKeyId = section.getOptionalString('accessKeyId');
    const client = new STSClient({
      region,
      endpoint,
      maxAttempts: 1,
      ...(accessKeyId && {
        credentials: {
          accessKeyId,
          secretAccessKey: section.getString('secretAccessKey'),
        },
      }),
    });
    return [
      {
        id: 'aws:identity',
        kind: 'aws',
        title: 'AWS',
        instance: region,
        url: endpoint,
        usedFor,
        configKey,
        check: signal => callerIdentity(client, signal),
      },
    ];
  },
};

async function callerIdentity(
  client: STSClient,
  signal: AbortSignal,
): Promise<Finding> {
  const begun = performance.now();
  try {
    const { Account, Arn } = await client.send(
      new GetCallerIdentityCommand({}),
      { abortSignal: signal },
    );
    return {
      reachable: true,
      latencyMs: Math.round(performance.now() - begun),
      answeredAs: `account ${Account}, ${Arn}`,
      token: { state: 'valid' },
    };
  } catch (error) {
    signal.throwIfAborted();
    const { name, message, $metadata } = error as Error & {
      $metadata?: { httpStatusCode?: number };
    };
    const status = $metadata?.httpStatusCode;
    const isRefused =
      status === 401 || status === 403 || name === 'CredentialsProviderError';
    return {
      reachable: isRefused,
      token: { state: isRefused ? 'refused' : 'unknown' },
      message: `STS GetCallerIdentity: ${name}: ${message}. Check the credentials under ${configKey}, or the role of the portal's pod.`,
    };
  }
}
