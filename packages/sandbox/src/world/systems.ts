import type { System } from './types';

/** name, title, description, owner. */
type Row = [name: string, title: string, description: string, owner: string];

const ROWS: Record<string, Row[]> = {
  'customer-facing': [
    [
      'web-application',
      'Web application',
      'The customer portal in the browser, and the backend made for it.',
      'experience',
    ],
    [
      'mobile-application',
      'Mobile application',
      'The customer portal on iOS and Android.',
      'experience',
    ],
    [
      'public-api',
      'Public API',
      'REST and GraphQL for customers who build, with its developer portal.',
      'experience',
    ],
    [
      'partner-portal',
      'Partner portal',
      'B2B integration and vendor management.',
      'experience',
    ],
    [
      'marketing-site',
      'Marketing site',
      'Landing pages from the CMS, and consent for what they track.',
      'experience',
    ],
  ],
  internal: [
    [
      'admin-portal',
      'Admin portal',
      'Operations management and user support.',
      'workplace',
    ],
    [
      'employee-portal',
      'Employee portal',
      'HR self-service, time and expenses.',
      'workplace',
    ],
    [
      'developer-portal',
      'Developer portal',
      'Catalog, golden paths, health and cost for engineers.',
      'workplace',
    ],
    [
      'analytics-portal',
      'Analytics portal',
      'Dashboards and reports for the business.',
      'workplace',
    ],
    [
      'finance-portal',
      'Finance portal',
      'Billing, invoicing and revenue management.',
      'workplace',
    ],
    [
      'ops-tools',
      'Ops tools',
      'Monitoring and incident management beside the vendors’ own.',
      'workplace',
    ],
  ],
  'business-services': [
    [
      'customer-service',
      'Customer service',
      'Accounts, profiles, preferences and support.',
      'growth',
    ],
    [
      'order-service',
      'Order service',
      'Cart, order processing, fulfilment and returns.',
      'commerce',
    ],
    [
      'payment-service',
      'Payment service',
      'Payment gateway, billing, subscriptions and payouts.',
      'payments',
    ],
    [
      'product-service',
      'Product service',
      'Catalogue, inventory, pricing and recommendations.',
      'commerce',
    ],
    [
      'marketing-service',
      'Marketing service',
      'Campaigns, e-mail and SMS, promotions and loyalty.',
      'growth',
    ],
    [
      'analytics-service',
      'Analytics service',
      'Event tracking, metrics and reporting.',
      'data',
    ],
  ],
  'platform-services': [
    [
      'identity-service',
      'Identity service',
      'Authentication, single sign-on and user management.',
      'identity',
    ],
    [
      'api-gateway',
      'API gateway',
      'Routing, rate limits and API security at the edge of the cluster.',
      'platform',
    ],
    ['messaging', 'Messaging', 'Event bus and notifications.', 'platform'],
    [
      'workflow-engine',
      'Workflow engine',
      'Long-running processes and automation.',
      'platform',
    ],
    [
      'file-storage',
      'File storage',
      'Object storage, images and the origin of the CDN.',
      'platform',
    ],
    [
      'search-service',
      'Search service',
      'Full-text and faceted search.',
      'platform',
    ],
    ['cache', 'Cache', 'Shared Redis and the session store.', 'platform'],
  ],
  'data-services': [
    [
      'operational-db',
      'Operational DB',
      'PostgreSQL, MySQL and MongoDB behind the services, and the record of their changes.',
      'platform',
    ],
    [
      'data-warehouse',
      'Data warehouse',
      'Snowflake, loaded every ten minutes.',
      'data',
    ],
    ['data-lake', 'Data lake', 'Raw and curated data in S3.', 'data'],
    [
      'etl-pipeline',
      'ETL pipeline',
      'Extraction, loading and dbt transformations.',
      'data',
    ],
    [
      'stream-processing',
      'Stream processing',
      'Real-time joins and aggregates over the event bus.',
      'data',
    ],
    [
      'ml-platform',
      'ML platform',
      'Training, registry and serving of models.',
      'data',
    ],
  ],
};

/** The applications and services of the Application Reference Model. */
export const systems: System[] = Object.entries(ROWS).flatMap(
  ([domain, rows]) =>
    rows.map(([name, title, description, owner]) => ({
      name,
      title,
      description,
      domain,
      owner,
    })),
);
