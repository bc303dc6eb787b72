import { openApi } from './definitions/openApi';

const server = (service: string) => `http://${service}.platform`;

export const identityApi = openApi({
  name: 'identity-api',
  title: 'Identity API',
  description: 'Tokens and permissions of customers and services.',
  version: '6.5.1',
  server: server('identity'),
  operations: {
    'POST /introspection': {
      summary: 'Introspect a token',
      body: 'Token',
      returns: 'Introspection',
    },
    'POST /authorizations': {
      summary: 'Ask whether something is allowed',
      body: 'Question',
      returns: 'Answer',
    },
    'DELETE /subjects/{id}/tokens': { summary: 'Revoke all tokens' },
  },
  schemas: {
    Token: { token: 'string' },
    Introspection: {
      active: 'boolean',
      subject: 'string?',
      scopes: 'string[]',
      expiresAt: 'date-time?',
    },
    Question: { subject: 'string', action: 'string', resource: 'string' },
    Answer: { allowed: 'boolean', policy: 'string' },
  },
});

export const userDirectoryApi = openApi({
  name: 'user-directory-api',
  title: 'User directory API',
  description: 'People, teams and managers of the mini-org.',
  version: '1.13.0',
  server: server('user-directory'),
  operations: {
    'GET /people': {
      summary: 'List people',
      query: { team: 'string?' },
      returns: 'Person[]',
    },
    'GET /people/{login}': { summary: 'Read a person', returns: 'Person' },
    'GET /teams': { summary: 'List teams', returns: 'Team[]' },
  },
  schemas: {
    Person: {
      login: 'string',
      name: 'string',
      email: 'email',
      team: 'string?',
      manager: 'string?',
    },
    Team: { name: 'string', title: 'string', members: 'integer' },
  },
});

export const auditApi = openApi({
  name: 'audit-api',
  title: 'Audit API',
  description: 'Who changed what when: written once, read by few.',
  version: '1.18.2',
  server: server('audit-log'),
  operations: {
    'POST /records': {
      summary: 'Append a record',
      body: 'NewRecord',
      status: 202,
    },
    'GET /records': {
      summary: 'Find records',
      query: {
        actor: 'string?',
        target: 'string?',
        from: 'date-time',
        to: 'date-time',
      },
      returns: 'Record[]',
    },
  },
  schemas: {
    NewRecord: {
      actor: 'string',
      action: 'string',
      target: 'string',
      details: 'string?',
    },
    Record: {
      sequence: 'integer',
      at: 'date-time',
      actor: 'string',
      action: 'string',
      target: 'string',
      hash: 'string',
    },
  },
});
