import type { StoreRow } from './StoreRow';

/** The databases behind the services. */
export const databases: StoreRow[] = [
  [
    'orders-db',
    'Orders database',
    'PostgreSQL 15 on RDS, db.t4g.medium: orders, lines and their history.',
    'commerce',
  ],
  [
    'products-db',
    'Products database',
    'MongoDB: products, variants, categories and reviews.',
    'commerce',
  ],
  [
    'inventory-db',
    'Inventory database',
    'PostgreSQL on RDS: stock and reservations by warehouse.',
    'commerce',
  ],
  [
    'fulfilment-db',
    'Fulfilment database',
    'PostgreSQL on RDS: parcels, carriers and returns.',
    'commerce',
  ],
  [
    'payments-db',
    'Payments database',
    'PostgreSQL on RDS, two zones: authorisations, captures, refunds, payouts.',
    'payments',
  ],
  [
    'billing-db',
    'Billing database',
    'PostgreSQL on RDS: ledger, invoices and subscriptions.',
    'payments',
  ],
  [
    'customers-db',
    'Customers database',
    'PostgreSQL on RDS: accounts, addresses, preferences and consents.',
    'growth',
  ],
  [
    'campaigns-db',
    'Campaigns database',
    'MongoDB: campaigns, audiences, coupons and their rules.',
    'growth',
  ],
  [
    'loyalty-db',
    'Loyalty database',
    'PostgreSQL on RDS: points, levels and invitations.',
    'growth',
  ],
  [
    'support-db',
    'Support database',
    'MySQL on RDS: cases and their messages.',
    'growth',
  ],
  [
    'workflow-db',
    'Workflow database',
    'PostgreSQL on RDS: steps, timers and their state.',
    'platform',
  ],
  [
    'workplace-db',
    'Workplace database',
    'MySQL on RDS: timesheets and expenses.',
    'workplace',
  ],
  [
    'feature-flags-db',
    'Feature flags database',
    'PostgreSQL on RDS: flags, segments and who changed them.',
    'experience',
  ],
  [
    'identity-db',
    'Identity database',
    'PostgreSQL on RDS, two zones: credentials, grants and the directory.',
    'identity',
  ],
  [
    'audit-log-db',
    'Audit database',
    'PostgreSQL on RDS, append-only, kept for seven years.',
    'identity',
  ],
];
