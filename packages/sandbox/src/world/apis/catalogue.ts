import { openApi } from './definitions/openApi';

const server = (service: string) => `http://${service}.customer-services`;

export const productsApi = openApi({
  name: 'products-api',
  title: 'Products API',
  description: 'The catalogue: products, variants, media and categories.',
  version: '3.4.1',
  server: server('products'),
  operations: {
    'GET /products': {
      summary: 'List products',
      query: { category: 'string?', cursor: 'string?' },
      returns: 'ProductPage',
    },
    'GET /products/{sku}': { summary: 'Read a product', returns: 'Product' },
    'PUT /products/{sku}': {
      summary: 'Save a product',
      body: 'Product',
      returns: 'Product',
    },
    'GET /categories': { summary: 'List categories', returns: 'Category[]' },
  },
  schemas: {
    Product: {
      sku: 'string',
      title: 'string',
      description: 'string?',
      category: 'string',
      variants: 'Variant[]',
      images: 'uri[]',
    },
    Variant: { sku: 'string', size: 'string?', colour: 'string?' },
    Category: { id: 'string', title: 'string', parent: 'string?' },
    ProductPage: { items: 'Product[]', nextCursor: 'string?' },
  },
});

export const inventoryApi = openApi({
  name: 'inventory-api',
  title: 'Inventory API',
  description: 'Stock by warehouse, and reservations with a time limit.',
  version: '2.11.0',
  server: server('inventory'),
  operations: {
    'GET /stock/{sku}': { summary: 'Read the stock', returns: 'Stock[]' },
    'POST /reservations': {
      summary: 'Reserve stock',
      body: 'NewReservation',
      returns: 'Reservation',
      status: 201,
    },
    'DELETE /reservations/{id}': { summary: 'Release a reservation' },
  },
  schemas: {
    Stock: {
      sku: 'string',
      warehouse: 'string',
      available: 'integer',
      reserved: 'integer',
    },
    NewReservation: {
      sku: 'string',
      quantity: 'integer',
      minutes: 'integer?',
    },
    Reservation: {
      id: 'uuid',
      sku: 'string',
      quantity: 'integer',
      warehouse: 'string',
      expiresAt: 'date-time',
    },
  },
});

export const pricingApi = openApi({
  name: 'pricing-api',
  title: 'Pricing API',
  description: 'What a product costs for whom, now.',
  version: '1.8.4',
  server: server('pricing'),
  operations: {
    'POST /quotes': {
      summary: 'Quote prices',
      body: 'Request',
      returns: 'Quote',
    },
    'GET /price-lists': { summary: 'List price lists', returns: 'PriceList[]' },
  },
  schemas: {
    Request: { customerId: 'uuid?', currency: 'string', skus: 'string[]' },
    Quote: { prices: 'Price[]', validUntil: 'date-time' },
    Price: {
      sku: 'string',
      list: 'Money',
      net: 'Money',
      discounts: 'string[]',
    },
    PriceList: { id: 'string', title: 'string', currency: 'string' },
  },
});
