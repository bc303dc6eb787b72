import type { Config } from '@backstage/config';

/** The section `awsIdentity` of the config. */
export interface AwsIdentityConfig {
  region: string;
  endpoint?: string;
  credentials?: { accessKeyId: string; secretAccessKey: string };
  instanceArn?: string;
  accessPortalUrl?: string;
  /** Whether SCIM brings people, so that a flow waits for them instead of making them. */
  scim: boolean;
  scimTimeoutMs: number;
  accounts: { name: string; id: string }[];
}

/** `undefined` where there is no section `awsIdentity`. */
export function readAwsIdentity(config: Config): AwsIdentityConfig | undefined {
  const section = config.getOptionalConfig('awsIdentity');
  if (!section) return undefined;
  const accessKeyId = section.getOptionalString('accessKeyId');
  return {
    region: section.getString('region'),
    endpoint: section.getOptionalString('endpoint'),
    credentials: accessKeyId
      ? { accessKeyId, secretAccessKey: section.getString('secretAccessKey') }
      : undefined,
    instanceArn: section.getOptionalString('instanceArn'),
    accessPortalUrl: section.getOptionalString('accessPortalUrl'),
    scim: section.getOptionalBoolean('scim') ?? true,
    scimTimeoutMs:
      (section.getOptionalNumber('scimTimeoutMinutes') ?? 20) * 60_000,
    accounts: section.getConfigArray('accounts').map(account => ({
      name: account.getString('name'),
      id: account.getString('id'),
    })),
  };
}
