import { graphql } from './definitions/graphql';
import { openApi } from './definitions/openApi';

export const storefrontGraphql = graphql({
  name: 'storefront-graphql',
  title: 'Storefront',
  description: 'Catalogue, cart and orders in one graph, for web and mobile.',
  schema: `
scalar DateTime

type Query {
  product(sku: ID!): Product
  search(text: String!, first: Int = 20, after: String): ProductPage!
  cart: Cart!
  orders(first: Int = 10, after: String): OrderPage!
}

type Mutation {
  setCartLine(sku: ID!, quantity: Int!): Cart!
  placeOrder(input: PlaceOrderInput!): Order!
}

input PlaceOrderInput {
  cartId: ID!
  addressId: ID!
  paymentMethod: String!
}

type Product {
  sku: ID!
  title: String!
  price: Money!
  images(width: Int!): [String!]!
  inStock: Boolean!
  rating: Float
  recommended: [Product!]!
}

type ProductPage {
  items: [Product!]!
  total: Int!
  endCursor: String
}

type Cart {
  id: ID!
  lines: [CartLine!]!
  total: Money!
}

type CartLine {
  product: Product!
  quantity: Int!
}

type Order {
  id: ID!
  number: String!
  status: OrderStatus!
  total: Money!
  placedAt: DateTime!
}

type OrderPage {
  items: [Order!]!
  endCursor: String
}

enum OrderStatus {
  PLACED
  PAID
  SHIPPED
  DELIVERED
  CANCELLED
}

type Money {
  "Decimal, e.g. 12.90."
  amount: String!
  "ISO 4217."
  currency: String!
}
`,
});

export const publicRest = openApi({
  name: 'public-rest',
  title: 'Public API',
  description: 'For customers who build: orders, products and webhooks.',
  version: '2.9.0',
  server: 'https://api.mini-org.example/v2',
  operations: {
    'GET /orders': {
      summary: 'List orders',
      query: { since: 'date-time?', cursor: 'string?' },
      returns: 'OrderPage',
    },
    'GET /orders/{id}': { summary: 'Read an order', returns: 'Order' },
    'GET /products/{sku}': { summary: 'Read a product', returns: 'Product' },
    'GET /webhooks': { summary: 'List webhooks', returns: 'Webhook[]' },
    'POST /webhooks': {
      summary: 'Register a webhook',
      body: 'NewWebhook',
      returns: 'Webhook',
      status: 201,
    },
    'DELETE /webhooks/{id}': { summary: 'Remove a webhook' },
  },
  schemas: {
    Order: {
      id: 'uuid',
      number: 'string',
      status: 'placed|paid|shipped|delivered|cancelled',
      total: 'Money',
      placedAt: 'date-time',
    },
    OrderPage: { items: 'Order[]', nextCursor: 'string?' },
    Product: { sku: 'string', title: 'string', price: 'Money' },
    NewWebhook: { url: 'uri', events: 'string[]' },
    Webhook: { id: 'uuid', url: 'uri', events: 'string[]', active: 'boolean' },
  },
});

export const featureFlagsApi = openApi({
  name: 'feature-flags-api',
  title: 'Feature flags API',
  description: 'Is it on, for whom?',
  version: '0.6.0',
  server: 'http://feature-flags.customer-services',
  operations: {
    'GET /flags': { summary: 'List flags', returns: 'Flag[]' },
    'PUT /flags/{key}': {
      summary: 'Change a flag',
      body: 'FlagChange',
      returns: 'Flag',
    },
    'POST /flags/{key}/evaluation': {
      summary: 'Evaluate a flag',
      body: 'Context',
      returns: 'Evaluation',
    },
  },
  schemas: {
    Flag: {
      key: 'string',
      description: 'string',
      on: 'boolean',
      rolloutPercent: 'integer',
      owner: 'string',
    },
    FlagChange: { on: 'boolean?', rolloutPercent: 'integer?' },
    Context: { userId: 'string', country: 'string?' },
    Evaluation: { on: 'boolean', reason: 'off|rule|rollout|on' },
  },
});
