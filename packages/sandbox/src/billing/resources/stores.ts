import type { Resource, World } from '../../world';
import { chance } from '../chance';
import type { Priced } from '../Charge';
import {
  accountOf,
  arn,
  awsUsage,
  SIZES,
  tagsOf,
  type Environment,
} from './aws';

interface StorePrice {
  serviceCategory: string;
  serviceName: string;
  usageType: string;
  description: string;
  /** Part of the name of the resource, e.g. `rds` and `db:`. */
  arn: [service: string, prefix: string];
  /** Least and most a day in production. */
  usd: [number, number];
  elastic: number;
}

const PRICES: Record<string, StorePrice> = {
  database: {
    serviceCategory: 'Databases',
    serviceName: 'Amazon Relational Database Service',
    usageType: 'USE1-InstanceUsage:db.r6g.large',
    description: 'RDS for PostgreSQL, db.r6g.large, with storage',
    arn: ['rds', 'db:'],
    usd: [3.2, 9.4],
    elastic: 0.1,
  },
  cache: {
    serviceCategory: 'Databases',
    serviceName: 'Amazon ElastiCache',
    usageType: 'USE1-NodeUsage:cache.r6g.large',
    description: 'ElastiCache for Redis, cache.r6g.large',
    arn: ['elasticache', 'cluster:'],
    usd: [2.4, 4.9],
    elastic: 0,
  },
  bucket: {
    serviceCategory: 'Storage',
    serviceName: 'Amazon Simple Storage Service',
    usageType: 'USE1-TimedStorage-ByteHrs',
    description: '$0.023 per GB - first 50 TB / month of storage used',
    arn: ['s3', '::'],
    usd: [0.4, 6.5],
    elastic: 0.15,
  },
  queue: {
    serviceCategory: 'Integration',
    serviceName: 'Amazon Simple Queue Service',
    usageType: 'USE1-Requests',
    description: '$0.40 per million requests',
    arn: ['sqs', ''],
    usd: [0.2, 0.9],
    elastic: 0.9,
  },
  topic: {
    serviceCategory: 'Integration',
    serviceName: 'Amazon Managed Streaming for Apache Kafka',
    usageType: 'USE1-Kafka.Storage.GP2',
    description: '$0.10 per GB-month of broker storage',
    arn: ['kafka', 'topic/'],
    usd: [2.1, 5.2],
    elastic: 0.4,
  },
  stream: {
    serviceCategory: 'Analytics',
    serviceName: 'Amazon Kinesis',
    usageType: 'USE1-Storage-ShardHour',
    description: '$0.015 per shard hour',
    arn: ['kinesis', 'stream/'],
    usd: [4, 6],
    elastic: 0.5,
  },
  'search-index': {
    serviceCategory: 'Analytics',
    serviceName: 'Amazon OpenSearch Service',
    usageType: 'USE1-ESInstance:r6g.large',
    description: '$0.167 per r6g.large.search instance hour',
    arn: ['es', 'domain/'],
    usd: [11, 13],
    elastic: 0,
  },
};

/** Databases, caches, buckets, queues and topics, each with the tags of the first that uses it. */
export function storeCharges(world: World): Priced[] {
  return world.resources.flatMap(store => {
    const price = PRICES[store.type];
    if (!price || store.capabilityArea) return [];
    return (Object.keys(SIZES) as Environment[]).map(environment =>
      storeCharge(world, store, price, environment),
    );
  });
}

function storeCharge(
  world: World,
  store: Resource,
  price: StorePrice,
  environment: Environment,
): Priced {
  const { usd, arn: name, ...rest } = price;
  const account = accountOf(world, environment);
  const [least, most] = usd;
  const users = world.components.filter(one => one.uses.includes(store.name));
  const tags =
    users.length === 1
      ? tagsOf(users[0], environment)
      : // What several use carries the name of the resource itself.
        { service: store.name, team: store.owner, environment };
  const place = `${name[1]}${store.name}${
    environment === 'production' ? '' : `-${environment}`
  }`;
  return awsUsage(account, {
    ...rest,
    resourceId: arn(account, name[0], place).replace('::::', ':::'),
    resourceName: store.name,
    tags,
    usd:
      (least + (most - least) * chance('size', store.name)) *
      SIZES[environment],
  });
}
