import { asyncApi } from './definitions/asyncApi';
import { graphql } from './definitions/graphql';
import { openApi } from './definitions/openApi';

const server = (service: string) => `http://${service}.customer-services`;

export const customersApi = openApi({
  name: 'customers-api',
  title: 'Customers API',
  description: 'Accounts of customers and their addresses.',
  version: '4.7.2',
  server: server('customers'),
  operations: {
    'POST /customers': {
      summary: 'Register a customer',
      body: 'NewCustomer',
      returns: 'Customer',
      status: 201,
    },
    'GET /customers/{id}': { summary: 'Read a customer', returns: 'Customer' },
    'PATCH /customers/{id}': {
      summary: 'Change a customer',
      body: 'CustomerChange',
      returns: 'Customer',
    },
    'DELETE /customers/{id}': { summary: 'Forget a customer' },
    'GET /customers/{id}/addresses': {
      summary: 'List addresses',
      returns: 'Address[]',
    },
  },
  schemas: {
    NewCustomer: { email: 'email', name: 'string', country: 'string' },
    CustomerChange: { name: 'string?', email: 'email?' },
    Customer: {
      id: 'uuid',
      email: 'email',
      name: 'string',
      status: 'active|locked|closed',
      addresses: 'Address[]',
      createdAt: 'date-time',
    },
  },
});

export const customerEvents = asyncApi({
  name: 'customer-events',
  title: 'Customer events',
  description: 'Customers who come, change and leave.',
  version: '1.4.0',
  topic: 'customer-events',
  events: {
    CustomerRegistered: {
      summary: 'Someone opened an account.',
      payload: { customerId: 'uuid', country: 'string' },
    },
    CustomerChanged: {
      summary: 'Details of an account changed.',
      payload: { customerId: 'uuid', fields: 'string[]' },
    },
    CustomerForgotten: {
      summary: 'All that is known of a customer has to go.',
      payload: { customerId: 'uuid', deadline: 'date' },
    },
  },
});

export const preferencesApi = openApi({
  name: 'preferences-api',
  title: 'Preferences API',
  description: 'Language, channels and consents, with their history.',
  version: '1.1.9',
  server: server('preferences'),
  operations: {
    'GET /customers/{id}/preferences': {
      summary: 'Read preferences',
      returns: 'Preferences',
    },
    'PUT /customers/{id}/consents/{purpose}': {
      summary: 'Record a consent',
      body: 'Consent',
      returns: 'Preferences',
    },
  },
  schemas: {
    Preferences: {
      language: 'string',
      channels: 'string[]',
      consents: 'Consent[]',
    },
    Consent: {
      purpose: 'analytics|marketing|personalisation',
      given: 'boolean',
      at: 'date-time',
    },
  },
});

export const emailSmsApi = openApi({
  name: 'email-sms-api',
  title: 'E-mail and SMS API',
  description: 'Templates, and marketing messages to many.',
  version: '2.4.0',
  server: 'http://email-sms.messaging-services',
  operations: {
    'GET /templates': { summary: 'List templates', returns: 'Template[]' },
    'POST /batches': {
      summary: 'Send a batch',
      body: 'NewBatch',
      returns: 'Batch',
      status: 202,
    },
    'GET /batches/{id}': { summary: 'Read a batch', returns: 'Batch' },
  },
  schemas: {
    Template: { id: 'string', subject: 'string', languages: 'string[]' },
    NewBatch: { template: 'string', audience: 'string', sendAt: 'date-time?' },
    Batch: {
      id: 'uuid',
      status: 'scheduled|sending|sent|stopped',
      sent: 'integer',
      bounced: 'integer',
      suppressed: 'integer',
    },
  },
});

export const promotionsApi = openApi({
  name: 'promotions-api',
  title: 'Promotions API',
  description: 'Which coupons and bundles apply.',
  version: '1.12.5',
  server: server('promotions'),
  operations: {
    'POST /evaluations': {
      summary: 'Evaluate promotions',
      body: 'Basket',
      returns: 'Discount[]',
    },
    'GET /coupons/{code}': { summary: 'Read a coupon', returns: 'Coupon' },
  },
  schemas: {
    Basket: { customerId: 'uuid?', skus: 'string[]', coupons: 'string[]' },
    Discount: { promotion: 'string', sku: 'string?', amount: 'Money' },
    Coupon: {
      code: 'string',
      usesLeft: 'integer',
      validUntil: 'date-time?',
    },
  },
});

export const profilesGraphql = graphql({
  name: 'profiles-graphql',
  title: 'Profiles',
  description: 'What is known about a customer, as one graph.',
  schema: `
scalar DateTime

type Query {
  "A customer's profile; null for one who was forgotten."
  profile(customerId: ID!): Profile
  segments: [Segment!]!
}

type Profile {
  customerId: ID!
  name: String!
  language: String!
  segments: [Segment!]!
  lastOrderAt: DateTime
  "Sum of all orders, in the customer's currency."
  lifetimeValue: Money!
}

type Segment {
  id: ID!
  title: String!
  size: Int!
}

type Money {
  "Decimal, e.g. 12.90."
  amount: String!
  "ISO 4217."
  currency: String!
}
`,
});
