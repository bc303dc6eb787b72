import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { Config } from '@backstage/config';
import type { Finding, Vendor } from '../Source';

const identityKey = 'awsIdentity';
const identityUse = 'AWS access in onboarding and off-boarding.';
const costKey = 'cost.aws';
const costUse = 'Cost: the bill of AWS, by Cost Explorer.';

/** The identity with which Portico calls AWS. */
export const aws: Vendor = {
  kind: 'aws',
  title: 'AWS',
  usedFor: identityUse,
  configKey: identityKey,
  read(config) {
    const section = config.getOptionalConfig(identityKey);
    if (!section) return [];
    const region = section.getString('region');
    const client = stsOf(section, region);
    return [
      {
        id: 'aws:identity',
        kind: 'aws',
        title: 'AWS',
        instance: region,
        url: section.getOptionalString('endpoint'),
        usedFor: identityUse,
        configKey: identityKey,
        check: signal => callerIdentity(client, identityKey, signal),
      },
    ];
  },
};

/** The identity that asks Cost Explorer. Who it is costs nothing; asking for costs would. */
export const awsCostExplorer: Vendor = {
  kind: 'aws-cost-explorer',
  title: 'AWS Cost Explorer',
  usedFor: costUse,
  configKey: costKey,
  read: config =>
    (config.getOptionalConfigArray(costKey) ?? []).map(section => {
      const name = section.getString('name');
      const region = section.getOptionalString('region') ?? 'us-east-1';
      const client = stsOf(section, region);
      return {
        id: `aws-cost-explorer:${name}`,
        kind: 'aws-cost-explorer',
        title: 'AWS Cost Explorer',
        instance: name,
        url: section.getOptionalString('endpoint'),
        usedFor: costUse,
        configKey: costKey,
        check: signal => callerIdentity(client, costKey, signal),
      };
    }),
};

function stsOf(section: Config, region: string): STSClient {
  const endpoint = section.getOptionalString('endpoint');
  const accessKeyId = section.getOptionalString('accessKeyId');
  const credentials = accessKeyId
    ? { accessKeyId, secretAccessKey: section.getString('secretAccessKey') }
    : undefined;
  const RoleArn = section.getOptionalString('roleArn');
  return new STSClient({
    region,
    endpoint,
    maxAttempts: 1,
    credentials: RoleArn
      ? fromTemporaryCredentials({
          masterCredentials: credentials,
          params: {
            RoleArn,
            RoleSessionName: 'portico-check',
            ExternalId: section.getOptionalString('externalId'),
          },
          clientConfig: { region, endpoint },
        })
      : credentials,
  });
}

async function callerIdentity(
  client: STSClient,
  configKey: string,
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
