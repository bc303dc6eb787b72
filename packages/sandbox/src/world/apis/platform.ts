import { openApi } from './definitions/openApi';

export const searchApi = openApi({
  name: 'search-api',
  title: 'Search API',
  description: 'Full-text and faceted search.',
  version: '2.17.0',
  server: 'http://search.platform',
  operations: {
    'GET /search/{index}': {
      summary: 'Search an index',
      query: { q: 'string', facets: 'string[]?', limit: 'integer?' },
      returns: 'Results',
    },
    'PUT /documents/{index}/{id}': {
      summary: 'Index a document',
      body: 'Document',
      status: 202,
    },
  },
  schemas: {
    Results: { total: 'integer', hits: 'Hit[]', facets: 'Facet[]' },
    Hit: { id: 'string', score: 'number', title: 'string' },
    Facet: { field: 'string', value: 'string', count: 'integer' },
    Document: { title: 'string', text: 'string', facets: 'Facet[]?' },
  },
});

export const workflowApi = openApi({
  name: 'workflow-api',
  title: 'Workflow API',
  description: 'Start long processes, watch them and send them signals.',
  version: '1.10.6',
  server: 'http://workflow-engine.workflow-services',
  operations: {
    'POST /workflows': {
      summary: 'Start a workflow',
      body: 'NewRun',
      returns: 'Run',
      status: 201,
    },
    'GET /workflows/{id}': { summary: 'Read a workflow', returns: 'Run' },
    'POST /workflows/{id}/signals': {
      summary: 'Send a signal',
      body: 'Signal',
      status: 202,
    },
    'POST /workflows/{id}/cancellation': {
      summary: 'Cancel and compensate',
      returns: 'Run',
    },
  },
  schemas: {
    NewRun: { type: 'string', key: 'string', input: 'string' },
    Run: {
      id: 'uuid',
      type: 'string',
      status: 'running|waiting|done|failed|cancelled',
      steps: 'Step[]',
    },
    Step: {
      name: 'string',
      status: 'waiting|running|done|failed|compensated',
      startedAt: 'date-time?',
      endedAt: 'date-time?',
    },
    Signal: { name: 'string', value: 'string?' },
  },
});

export const filesApi = openApi({
  name: 'files-api',
  title: 'Files API',
  description: 'Uploads and signed downloads.',
  version: '2.5.2',
  server: 'http://file-storage.platform',
  operations: {
    'POST /uploads': {
      summary: 'Begin an upload',
      body: 'NewUpload',
      returns: 'Upload',
      status: 201,
    },
    'GET /files/{id}': { summary: 'Read about a file', returns: 'File' },
    'POST /files/{id}/links': {
      summary: 'Sign a download link',
      returns: 'Link',
      status: 201,
    },
    'DELETE /files/{id}': { summary: 'Delete a file' },
  },
  schemas: {
    NewUpload: { name: 'string', contentType: 'string', bytes: 'integer' },
    Upload: { fileId: 'uuid', url: 'uri', expiresAt: 'date-time' },
    File: {
      id: 'uuid',
      name: 'string',
      bytes: 'integer',
      scan: 'pending|clean|infected',
      keepUntil: 'date?',
    },
    Link: { url: 'uri', expiresAt: 'date-time' },
  },
});

export const notificationsApi = openApi({
  name: 'notifications-api',
  title: 'Notifications API',
  description: 'Tell someone something, by the channel they prefer.',
  version: '1.22.4',
  server: 'http://notifications.messaging-services',
  operations: {
    'POST /notifications': {
      summary: 'Send a notification',
      body: 'NewNotification',
      returns: 'Notification',
      status: 202,
    },
    'GET /notifications/{id}': {
      summary: 'Read a notification',
      returns: 'Notification',
    },
  },
  schemas: {
    NewNotification: {
      recipientId: 'uuid',
      template: 'string',
      priority: 'normal|urgent',
      channels: 'string[]?',
    },
    Notification: {
      id: 'uuid',
      status: 'queued|sent|delivered|failed',
      channel: 'email|sms|push|chat',
      sentAt: 'date-time?',
    },
  },
});
