import type { World } from '../world';
import type { Priced } from './Charge';
import { accountOf, arn, awsUsage, tagsOf } from './resources/aws';
import { RETENTION, retentionDay } from './retention';

/** Something that costs too much from one day of a month to another. */
export interface BillEvent {
  /** What a person would find out about it. */
  because: string;
  from: string;
  /** Last day. */
  to: string;
  charge: Priced;
}

/**
 * What goes wrong in a month, one thing at least, always the same: topics that keep too much, traffic that takes the
 * expensive way, and machines that somebody forgot.
 *
 * @param month `YYYY-MM`
 */
export function eventsOf(world: World, month: string): BillEvent[] {
  const number = Number(month.slice(5));
  const on = (date: number) => `${month}-${String(date).padStart(2, '0')}`;
  const production = accountOf(world, 'production');
  const staging = accountOf(world, 'staging');
  const component = (name: string) =>
    world.components.find(one => one.name === name);
  const events: BillEvent[] = [];
  const streaming = component(RETENTION.component);
  const keepsMore = retentionDay(month);
  if (streaming && keepsMore) {
    events.push({
      because: `Topic ${RETENTION.topic} keeps 30 days instead of 7.`,
      from: keepsMore,
      to: on(28),
      charge: awsUsage(production, {
        serviceCategory: 'Integration',
        serviceName: 'Amazon Managed Streaming for Apache Kafka',
        usageType: 'USE1-Kafka.Storage.GP2',
        description: '$0.10 per GB-month of broker storage',
        resourceId: arn(production, 'kafka', `topic/${RETENTION.topic}`),
        resourceName: RETENTION.topic,
        tags: tagsOf(streaming, 'production'),
        usd: 34,
        elastic: 0.1,
      }),
    });
  }
  const orders = component('orders');
  if (orders && number % 3 === 2) {
    events.push({
      because: 'Images no longer pass the VPC endpoint.',
      from: on(2),
      to: on(27),
      charge: awsUsage(production, {
        serviceCategory: 'Networking',
        serviceName: 'EC2 - Other',
        usageType: 'USE1-NatGateway-Bytes',
        description: '$0.045 per GB Data Processed by NAT Gateways',
        resourceName: 'orders',
        tags: tagsOf(orders, 'production'),
        usd: 6.4,
        elastic: 0.6,
      }),
    });
  }
  if (number % 2 === 1) {
    events.push({
      because:
        '6 g5.xlarge, started by role ml-platform-dev, run day and night.',
      from: on(9),
      to: on(24),
      charge: awsUsage(staging, {
        serviceCategory: 'Compute',
        serviceName: 'Amazon Elastic Compute Cloud - Compute',
        usageType: 'USE1-BoxUsage:g5.xlarge',
        description: '$1.006 per On Demand Linux g5.xlarge Instance Hour',
        resourceId: arn(staging, 'ec2', 'instance/i-g5forgotten'),
        usd: 144.8,
        elastic: 0,
        quantity: 144,
        unit: 'Hours',
      }),
    });
  } else {
    events.push({
      because: 'Debug logs of search were left on.',
      from: on(14),
      to: on(19),
      charge: awsUsage(production, {
        serviceCategory: 'Management and Governance',
        serviceName: 'AmazonCloudWatch',
        usageType: 'USE1-DataProcessing-Bytes',
        description: '$0.50 per GB of logs',
        resourceName: '/mini-org/search',
        tags: { service: 'search', environment: 'production' },
        usd: 41,
        elastic: 0.5,
      }),
    });
  }
  return events;
}
