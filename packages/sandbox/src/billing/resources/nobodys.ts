import type { World } from '../../world';
import type { Priced } from '../Charge';
import { accountOf, arn, awsUsage } from './aws';

/** What nobody tagged, tagged wrongly, shares or uses: as any real bill has it. */
export function nobodysCharges(world: World): Priced[] {
  const staging = accountOf(world, 'staging');
  const production = accountOf(world, 'production');
  const dev = accountOf(world, 'dev');
  const runners = Array.from({ length: 14 }, (_, index) =>
    awsUsage(staging, {
      serviceCategory: 'Compute',
      serviceName: 'Amazon Elastic Compute Cloud - Compute',
      usageType: 'USE1-BoxUsage:c6i.xlarge',
      description: '$0.17 per On Demand Linux c6i.xlarge Instance Hour',
      resourceId: arn(
        staging,
        'ec2',
        `instance/i-runner${String(index).padStart(4, '0')}`,
      ),
      usd: 4.08,
      elastic: 0.2,
      quantity: 24,
      unit: 'Hours',
    }),
  );
  const exports = Array.from({ length: 6 }, (_, index) =>
    awsUsage(production, {
      serviceCategory: 'Storage',
      serviceName: 'Amazon Simple Storage Service',
      usageType: 'USE1-TimedStorage-ByteHrs',
      description: '$0.023 per GB - first 50 TB / month of storage used',
      resourceId: `arn:aws:s3:::mini-org-lake-export-${index + 1}`,
      // A name that the catalog does not have.
      tags: { service: 'lake-export', team: 'data' },
      usd: 4.4,
      elastic: 0.1,
    }),
  );
  const gateways = [1, 2, 3].map(zone =>
    awsUsage(production, {
      serviceCategory: 'Networking',
      serviceName: 'EC2 - Other',
      usageType: 'USE1-NatGateway-Bytes',
      description: '$0.045 per GB Data Processed by NAT Gateways',
      resourceId: arn(production, 'ec2', `natgateway/nat-0mini${zone}`),
      resourceName: `nat-${zone}`,
      tags: { team: 'platform', environment: 'production' },
      usd: 6.1,
      elastic: 0.8,
    }),
  );
  const addresses = Array.from({ length: 9 }, (_, index) =>
    awsUsage(dev, {
      serviceCategory: 'Networking',
      serviceName: 'Amazon Virtual Private Cloud',
      usageType: 'USE1-PublicIPv4:IdleAddress',
      description: '$0.005 per Idle public IPv4 address per hour',
      resourceId: arn(dev, 'ec2', `elastic-ip/eipalloc-0idle${index + 1}`),
      usd: 0.12,
      elastic: 0,
      quantity: 24,
      unit: 'Hours',
    }),
  );
  return [
    ...runners,
    ...exports,
    ...gateways,
    ...addresses,
    {
      ...awsUsage(world.accounts[0], {
        serviceCategory: 'Management and Governance',
        serviceName: 'Datadog Pro',
        usageType: 'Global-SoftwareUsage-Hosts',
        description: 'AWS Marketplace: Datadog Pro, hosts',
        usd: 13.6,
        elastic: 0,
      }),
      providerName: 'Datadog' as const,
      regionId: undefined,
    },
  ];
}
