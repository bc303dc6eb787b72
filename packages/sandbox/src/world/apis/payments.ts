import { asyncApi } from './definitions/asyncApi';
import { openApi } from './definitions/openApi';

const server = (service: string) => `http://${service}.payment-services`;

export const paymentsApi = openApi({
  name: 'payments-api',
  title: 'Payments API',
  description:
    'Authorise, capture and refund. Safe to repeat with the same key.',
  version: '5.12.0',
  server: server('payments'),
  operations: {
    'POST /payments': {
      summary: 'Authorise a payment',
      body: 'NewPayment',
      returns: 'Payment',
      status: 201,
    },
    'GET /payments/{id}': { summary: 'Read a payment', returns: 'Payment' },
    'POST /payments/{id}/capture': {
      summary: 'Capture a payment',
      returns: 'Payment',
    },
    'POST /payments/{id}/refunds': {
      summary: 'Refund a payment',
      body: 'NewRefund',
      returns: 'Refund',
      status: 201,
    },
  },
  schemas: {
    NewPayment: {
      idempotencyKey: 'uuid',
      orderId: 'uuid',
      amount: 'Money',
      method: 'card|paypal|invoice',
      token: 'string',
    },
    Payment: {
      id: 'uuid',
      orderId: 'uuid',
      amount: 'Money',
      status: 'authorised|captured|declined|refunded',
      declineReason: 'string?',
      createdAt: 'date-time',
    },
    NewRefund: { amount: 'Money', reason: 'string' },
    Refund: { id: 'uuid', amount: 'Money', status: 'pending|done|failed' },
  },
});

export const paymentEvents = asyncApi({
  name: 'payment-events',
  title: 'Payment events',
  description: 'Money that moved, or didn’t.',
  version: '2.0.0',
  topic: 'payment-events',
  events: {
    PaymentCaptured: {
      summary: 'Money arrived.',
      payload: { paymentId: 'uuid', orderId: 'uuid', amount: 'Money' },
    },
    PaymentDeclined: {
      summary: 'A payment was refused.',
      payload: { paymentId: 'uuid', orderId: 'uuid', reason: 'string' },
    },
    PaymentRefunded: {
      summary: 'Money went back.',
      payload: { paymentId: 'uuid', refundId: 'uuid', amount: 'Money' },
    },
  },
});

export const paymentGatewayApi = openApi({
  name: 'payment-gateway-api',
  title: 'Payment gateway API',
  description: 'One face of Stripe and PayPal, for services of payments only.',
  version: '3.3.5',
  server: server('payment-gateway'),
  operations: {
    'POST /charges': {
      summary: 'Charge',
      body: 'NewCharge',
      returns: 'Charge',
      status: 201,
    },
    'GET /charges/{id}': { summary: 'Read a charge', returns: 'Charge' },
    'POST /transfers': {
      summary: 'Transfer to a seller',
      body: 'NewTransfer',
      returns: 'Transfer',
      status: 201,
    },
  },
  schemas: {
    NewCharge: { token: 'string', amount: 'Money', capture: 'boolean' },
    Charge: {
      id: 'string',
      provider: 'stripe|paypal',
      amount: 'Money',
      status: 'pending|succeeded|failed',
    },
    NewTransfer: { sellerId: 'uuid', amount: 'Money', iban: 'string' },
    Transfer: { id: 'string', status: 'pending|paid|returned' },
  },
});

export const fraudApi = openApi({
  name: 'fraud-api',
  title: 'Fraud API',
  description: 'Scores a payment before money moves.',
  version: '2.2.8',
  server: server('fraud'),
  operations: {
    'POST /scores': {
      summary: 'Score a payment',
      body: 'Subject',
      returns: 'Score',
    },
    'POST /scores/{id}/outcome': {
      summary: 'Report the outcome',
      body: 'Outcome',
    },
  },
  schemas: {
    Subject: {
      customerId: 'uuid',
      amount: 'Money',
      cardCountry: 'string',
      deviceId: 'string?',
    },
    Score: {
      id: 'uuid',
      score: 'number',
      verdict: 'pass|review|block',
      rules: 'string[]',
    },
    Outcome: { chargedBack: 'boolean' },
  },
});

export const billingApi = openApi({
  name: 'billing-api',
  title: 'Billing API',
  description: 'The ledger: what is owed and what is paid.',
  version: '1.27.0',
  server: server('billing'),
  operations: {
    'GET /accounts/{id}/balance': {
      summary: 'Read a balance',
      returns: 'Balance',
    },
    'GET /accounts/{id}/entries': {
      summary: 'List entries',
      query: { from: 'date', to: 'date' },
      returns: 'Entry[]',
    },
    'POST /periods/{month}/close': {
      summary: 'Close a month',
      returns: 'Period',
    },
  },
  schemas: {
    Balance: { accountId: 'uuid', balance: 'Money', asOf: 'date-time' },
    Entry: {
      id: 'uuid',
      bookedOn: 'date',
      amount: 'Money',
      kind: 'charge|payment|refund|correction',
    },
    Period: { month: 'string', status: 'open|closing|closed' },
  },
});
