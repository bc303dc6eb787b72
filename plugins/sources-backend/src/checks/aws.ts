import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import {
  awsCredentials,
  readAwsAccess,
  type AwsAccess,
} from '@portico/plugin-aws-node';
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
    const access = {
      ...readAwsAccess(section),
      region: section.getString('region'),
    };
    const client = stsOf(access);
    return [
      {
        id: 'aws:identity',
        kind: 'aws',
        title: 'AWS',
        instance: access.region,
        url: access.endpoint,
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
      const access = readAwsAccess(section);
      const client = stsOf(access);
      return {
        id: `aws-cost-explorer:${name}`,
        kind: 'aws-cost-explorer',
        title: 'AWS Cost Explorer',
        instance: name,
        url: access.endpoint,
        usedFor: costUse,
        configKey: costKey,
        check: signal => callerIdentity(client, costKey, signal),
      };
    }),
};

function stsOf(access: AwsAccess): STSClient {
  const { region, endpoint } = access;
  return new STSClient({
    region,
    endpoint,
    maxAttempts: 1,
    credentials: awsCredentials(access, {
      sessionName: 'portico-check',
      stsEndpoint: endpoint,
    }),
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
