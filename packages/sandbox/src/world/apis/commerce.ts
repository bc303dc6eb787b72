import { asyncApi } from './definitions/asyncApi';
import { openApi } from './definitions/openApi';

const server = (service: string) => `http://${service}.customer-services`;

export const ordersApi = openApi({
  name: 'orders-api',
  title: 'Orders API',
  description: 'Place, read, change and cancel orders.',
  version: '1.42.0',
  server: server('orders'),
  operations: {
    'GET /orders': {
      summary: 'List orders',
      query: {
        customerId: 'uuid?',
        status: 'placed|paid|shipped|delivered|cancelled?',
        cursor: 'string?',
      },
      returns: 'OrderPage',
    },
    'POST /orders': {
      summary: 'Place an order',
      body: 'NewOrder',
      returns: 'Order',
      status: 201,
    },
    'GET /orders/{id}': { summary: 'Read an order', returns: 'Order' },
    'POST /orders/{id}/cancellation': {
      summary: 'Cancel an order',
      body: 'Cancellation',
      returns: 'Order',
    },
  },
  schemas: {
    Order: {
      id: 'uuid',
      number: 'string',
      customerId: 'uuid',
      status: 'placed|paid|shipped|delivered|cancelled',
      lines: 'OrderLine[]',
      total: 'Money',
      shipTo: 'Address',
      placedAt: 'date-time',
    },
    OrderLine: { sku: 'string', quantity: 'integer', unitPrice: 'Money' },
    NewOrder: { cartId: 'uuid', shipTo: 'Address', paymentMethod: 'string' },
    OrderPage: { items: 'Order[]', nextCursor: 'string?' },
    Cancellation: { reason: 'customer|stock|fraud', note: 'string?' },
  },
});

export const orderEvents = asyncApi({
  name: 'order-events',
  title: 'Order events',
  description: 'What happens to orders, in the order in which it happens.',
  version: '3.1.0',
  topic: 'order-events',
  events: {
    OrderPlaced: {
      summary: 'A customer placed an order.',
      payload: {
        orderId: 'uuid',
        customerId: 'uuid',
        lines: 'OrderLine[]',
        total: 'Money',
      },
    },
    OrderPaid: {
      summary: 'The payment of an order was captured.',
      payload: { orderId: 'uuid', paymentId: 'uuid' },
    },
    OrderCancelled: {
      summary: 'An order ended before it was shipped.',
      payload: { orderId: 'uuid', reason: 'customer|stock|fraud' },
    },
  },
  schemas: { OrderLine: { sku: 'string', quantity: 'integer' } },
});

export const cartApi = openApi({
  name: 'cart-api',
  title: 'Cart API',
  description: 'What a customer means to buy.',
  version: '2.8.0',
  server: server('cart'),
  operations: {
    'GET /carts/{id}': { summary: 'Read a cart', returns: 'Cart' },
    'PUT /carts/{id}/lines/{sku}': {
      summary: 'Set the quantity of a line',
      body: 'Quantity',
      returns: 'Cart',
    },
    'DELETE /carts/{id}/lines/{sku}': { summary: 'Remove a line' },
    'POST /carts/{id}/coupons': {
      summary: 'Apply a coupon',
      body: 'Coupon',
      returns: 'Cart',
    },
  },
  schemas: {
    Cart: {
      id: 'uuid',
      lines: 'CartLine[]',
      coupons: 'string[]',
      subtotal: 'Money',
      tax: 'Money',
      total: 'Money',
    },
    CartLine: { sku: 'string', quantity: 'integer', price: 'Money' },
    Quantity: { quantity: 'integer' },
    Coupon: { code: 'string' },
  },
});
