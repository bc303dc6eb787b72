import { asyncApi } from './definitions/asyncApi';
import { openApi } from './definitions/openApi';

const server = (service: string) => `http://${service}.analytics-services`;

export const trackingEvents = asyncApi({
  name: 'tracking-events',
  title: 'Tracking events',
  description: 'What people click and see, with consent.',
  version: '1.6.0',
  topic: 'tracking-events',
  events: {
    PageViewed: {
      summary: 'A page was shown.',
      payload: { visitorId: 'uuid', url: 'uri', referrer: 'uri?' },
    },
    ProductClicked: {
      summary: 'A product was opened from a list.',
      payload: { visitorId: 'uuid', sku: 'string', position: 'integer' },
    },
    CheckoutStarted: {
      summary: 'A customer went to checkout.',
      payload: { visitorId: 'uuid', cartId: 'uuid', total: 'Money' },
    },
  },
});

export const predictionsApi = openApi({
  name: 'predictions-api',
  title: 'Predictions API',
  description: 'Ask a registered model.',
  version: '1.21.0',
  server: server('ml-platform'),
  operations: {
    'GET /models': { summary: 'List models', returns: 'Model[]' },
    'POST /models/{name}/predictions': {
      summary: 'Predict',
      body: 'Question',
      returns: 'Prediction',
    },
  },
  schemas: {
    Model: {
      name: 'string',
      version: 'integer',
      stage: 'shadow|canary|production',
      trainedAt: 'date-time',
    },
    Question: { features: 'Feature[]' },
    Feature: { name: 'string', value: 'number' },
    Prediction: { modelVersion: 'integer', scores: 'number[]' },
  },
});

export const reportingApi = openApi({
  name: 'reporting-api',
  title: 'Reporting API',
  description: 'Figures that dashboards and finance agree on.',
  version: '3.0.6',
  server: server('reporting'),
  operations: {
    'GET /reports': { summary: 'List reports', returns: 'Report[]' },
    'POST /reports/{id}/runs': {
      summary: 'Run a report',
      body: 'Period',
      returns: 'ReportRun',
      status: 202,
    },
    'GET /figures/{name}': {
      summary: 'Read a figure',
      query: { from: 'date', to: 'date', by: 'day|week|month?' },
      returns: 'Figure[]',
    },
  },
  schemas: {
    Report: { id: 'string', title: 'string', schedule: 'string?' },
    Period: { from: 'date', to: 'date' },
    ReportRun: {
      id: 'uuid',
      status: 'queued|running|done|failed',
      file: 'uri?',
    },
    Figure: { date: 'date', value: 'number', unit: 'string' },
  },
});
