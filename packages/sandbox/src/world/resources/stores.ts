import type { Resource } from '../types';
import { databases } from './databases';
import type { StoreRow } from './StoreRow';

/** Stores of one type in one system. */
interface StoreGroup {
  type: string;
  system: string;
  /** Names of the providers they stand on. */
  dependsOn: string[];
  stores: StoreRow[];
}

const GROUPS: StoreGroup[] = [
  {
    type: 'database',
    system: 'operational-db',
    dependsOn: ['aws'],
    stores: databases,
  },
  {
    type: 'cache',
    system: 'cache',
    dependsOn: ['aws'],
    stores: [
      [
        'shared-redis',
        'Shared Redis',
        'ElastiCache for Redis, three shards, behind the cache service.',
        'platform',
      ],
      [
        'session-store',
        'Session store',
        'ElastiCache for Redis: sessions, 30 days.',
        'platform',
      ],
      [
        'cart-cache',
        'Cart cache',
        'ElastiCache for Redis with append-only file: open carts.',
        'commerce',
      ],
      [
        'pricing-cache',
        'Price cache',
        'ElastiCache for Redis: computed prices, 60 seconds.',
        'commerce',
      ],
    ],
  },
  {
    type: 'bucket',
    system: 'file-storage',
    dependsOn: ['s3'],
    stores: [
      [
        'assets-bucket',
        'Assets',
        'S3: static files of web and marketing site, by version.',
        'platform',
      ],
      [
        'media-bucket',
        'Media',
        'S3: product images and videos, originals.',
        'platform',
      ],
      [
        'invoices-archive',
        'Invoice archive',
        'S3 with object lock: invoices, ten years.',
        'payments',
      ],
    ],
  },
  {
    type: 'queue',
    system: 'messaging',
    dependsOn: ['aws'],
    stores: [
      [
        'notification-queue',
        'Notification queue',
        'SQS: messages to be sent, by priority.',
        'platform',
      ],
      [
        'webhook-queue',
        'Webhook queue',
        'SQS: webhooks in and out, with retries for three days.',
        'payments',
      ],
      [
        'payout-jobs',
        'Payout jobs',
        'SQS FIFO: one job a seller and night.',
        'payments',
      ],
      [
        'carrier-jobs',
        'Carrier jobs',
        'SQS: bookings and label requests to carriers.',
        'commerce',
      ],
    ],
  },
  {
    type: 'topic',
    system: 'messaging',
    dependsOn: ['aws'],
    stores: [
      [
        'order-events-topic',
        'Order events',
        'Kafka topic on MSK, 24 partitions, 7 days.',
        'commerce',
      ],
      [
        'payment-events-topic',
        'Payment events',
        'Kafka topic on MSK, 12 partitions, 30 days.',
        'payments',
      ],
      [
        'customer-events-topic',
        'Customer events',
        'Kafka topic on MSK, 12 partitions, compacted.',
        'growth',
      ],
    ],
  },
  {
    type: 'stream',
    system: 'stream-processing',
    dependsOn: ['aws'],
    stores: [
      [
        'tracking-stream',
        'Tracking stream',
        'Kinesis: what people click and see, 24 hours.',
        'data',
      ],
    ],
  },
  {
    type: 'bucket',
    system: 'data-lake',
    dependsOn: ['s3'],
    stores: [
      [
        'lake-raw',
        'Lake, raw',
        'S3: events and exports as they came, Parquet by day.',
        'data',
      ],
      [
        'lake-curated',
        'Lake, curated',
        'S3: cleaned and joined tables in Delta format.',
        'data',
      ],
    ],
  },
  {
    type: 'bucket',
    system: 'ml-platform',
    dependsOn: ['s3'],
    stores: [
      [
        'ml-models',
        'Models',
        'S3: trained models with their data sheets, by version.',
        'data',
      ],
    ],
  },
  {
    type: 'warehouse',
    system: 'data-warehouse',
    dependsOn: ['snowflake'],
    stores: [
      [
        'analytics-warehouse',
        'Analytics warehouse',
        'Snowflake database ANALYTICS: what reports and models read.',
        'data',
      ],
    ],
  },
  {
    type: 'search-index',
    system: 'search-service',
    dependsOn: ['aws'],
    stores: [
      [
        'search-index',
        'Search index',
        'OpenSearch, three nodes: products, help pages, orders.',
        'platform',
      ],
    ],
  },
];

/** Databases, caches, buckets, queues and the like. */
export const stores: Resource[] = GROUPS.flatMap(({ stores: rows, ...group }) =>
  rows.map(([name, title, description, owner]) => ({
    ...group,
    name,
    title,
    description,
    owner,
  })),
);
