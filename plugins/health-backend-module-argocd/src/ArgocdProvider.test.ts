import { ConfigReader } from '@backstage/config';
import { ArgocdInstances } from '@portico/plugin-argocd-node';
import type { HealthSubject } from '@portico/plugin-health-node';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ArgocdDeploys } from './ArgocdDeploys';
import { ArgocdProvider } from './ArgocdProvider';

const REVISION = '7f3c2a19988eea8995223a8d86097a53ca80364e';

/** What https://argo-cd.readthedocs.io/en/stable/operator-manual/application.yaml shows, as far as it is read. */
function application(name: string, status: object, labels = {}) {
  return {
    metadata: {
      name,
      namespace: 'argocd',
      labels: { app: name.replace(/-\w+$/, ''), ...labels },
    },
    status: {
      sync: { status: 'Synced', revision: REVISION },
      health: { status: 'Healthy' },
      summary: { images: ['ghcr.io/mini-org/orders:v1.42.0'] },
      history: [
        { id: 0, revision: 'a'.repeat(40), deployedAt: '2026-11-04T18:27:34Z' },
        { id: 1, revision: REVISION, deployedAt: '2026-11-20T13:47:00Z' },
      ],
      ...status,
    },
  };
}

const APPLICATIONS = [
  application('orders-production', {}),
  application('orders-staging', { sync: { status: 'OutOfSync' } }),
  application('payouts-production', {
    health: { status: 'Degraded' },
    resources: [
      { kind: 'Service', name: 'payouts', health: { status: 'Healthy' } },
      {
        kind: 'Deployment',
        name: 'payouts',
        health: { status: 'Degraded', message: '2 of 3 pods are not ready' },
      },
    ],
  }),
  application('campaigns-production', {
    operationState: {
      phase: 'Failed',
      message: 'one or more objects failed to apply',
      startedAt: '2026-11-20T12:03:50Z',
      finishedAt: '2026-11-20T12:04:00Z',
      syncResult: {
        resources: [
          {
            kind: 'ConfigMap',
            name: 'campaigns-config',
            status: 'SyncFailed',
            message: 'invalid key `rate limit`',
          },
        ],
      },
    },
  }),
  application('tax-production', {
    conditions: [
      {
        type: 'ComparisonError',
        message: 'deploy: no such folder',
        lastTransitionTime: '2026-11-20T10:00:00Z',
      },
    ],
  }),
];

let server: Server;
let url: string;
let requests: string[] = [];
let answer: () => { status: number; body: unknown };

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    const { status, body } = answer();
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

beforeEach(() => {
  requests = [];
  answer = () => ({ status: 200, body: { items: APPLICATIONS } });
});

function instances(...more: object[]) {
  return ArgocdInstances.fromConfig(
    new ConfigReader({
      argocd: {
        instances: [{ name: 'mini-org', baseUrl: url, token: 't' }, ...more],
      },
    }),
  );
}

function subject(name: string, annotations = {}): HealthSubject {
  return {
    entityRef: `component:default/${name}`,
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name,
        annotations: { 'argocd/app-selector': `app=${name}`, ...annotations },
      },
    },
  };
}

const options = () => ({
  signal: new AbortController().signal,
  now: new Date('2026-11-20T14:02:31Z'),
});

async function collect(...subjects: HealthSubject[]) {
  return new ArgocdProvider(instances()).collect(subjects, options());
}

it('answers for all entities with one request', async () => {
  const { signals, requests: sent } = await collect(
    subject('orders'),
    subject('payouts'),
    subject('nothing'),
  );
  expect(requests).toEqual(['/api/v1/applications']);
  expect(sent).toBe(1);
  expect([...signals.keys()]).toEqual([
    'component:default/orders',
    'component:default/payouts',
  ]);
  expect(signals.get('component:default/orders')).toMatchObject([
    { text: 'Synced', state: 'healthy', environment: 'production' },
    { text: 'Healthy', state: 'healthy', environment: 'production' },
    { text: 'OutOfSync', environment: 'staging', informational: true },
    { text: 'Healthy', state: 'healthy', environment: 'staging' },
  ]);
});

it('names the resource that failed, in health and in sync', async () => {
  const { signals } = await collect(
    subject('payouts'),
    subject('campaigns'),
    subject('tax'),
  );
  expect(signals.get('component:default/payouts')?.[1]).toMatchObject({
    state: 'degraded',
    text: 'Degraded',
    detail: 'Deployment payouts: 2 of 3 pods are not ready',
    evidence: { url: `${url}/applications/argocd/payouts-production` },
  });
  expect(signals.get('component:default/campaigns')?.[0]).toMatchObject({
    state: 'degraded',
    text: 'sync failed',
    detail: 'ConfigMap campaigns-config: invalid key `rate limit`',
    since: '2026-11-20T12:04:00Z',
  });
  expect(signals.get('component:default/tax')?.[0]).toMatchObject({
    state: 'degraded',
    text: 'comparison error',
    detail: 'deploy: no such folder',
    since: '2026-11-20T10:00:00Z',
  });
});

it('tells the newest deploy to production', async () => {
  const { deploys } = await collect(subject('orders'));
  expect(deploys?.get('component:default/orders')).toEqual({
    at: '2026-11-20T13:47:00.000Z',
    revision: '7f3c2a1',
    version: 'v1.42.0',
    environment: 'production',
    url: `${url}/applications/argocd/orders-production`,
  });
});

it('says which instance was silent, and fails where all are', async () => {
  const down = { name: 'down', baseUrl: 'http://127.0.0.1:9', token: 't' };
  const provider = new ArgocdProvider(instances(down));
  const { signals, gaps } = await provider.collect(
    [subject('orders')],
    options(),
  );
  expect(signals.size).toBe(1);
  expect(gaps).toMatchObject([
    {
      instance: 'down',
      message: expect.stringContaining('could not be asked'),
    },
  ]);

  answer = () => ({ status: 401, body: { message: 'invalid session' } });
  await expect(collect(subject('orders'))).rejects.toThrow('invalid session');
});

it('tells what is wrong with a selector, and goes on with the others', async () => {
  const { signals, gaps } = await collect(
    subject('orders', { 'argocd/app-selector': 'app="orders"' }),
    subject('payouts'),
  );
  expect([...signals.keys()]).toEqual(['component:default/payouts']);
  expect(gaps).toMatchObject([
    {
      entityRefs: ['component:default/orders'],
      message: expect.stringContaining('is no label selector'),
    },
  ]);
});

it('puts deploys of the time asked for on the timeline', async () => {
  const events = await new ArgocdDeploys(instances()).events(
    subject('orders'),
    {
      ...options(),
      from: new Date('2026-11-20T00:00:00Z'),
      to: new Date('2026-11-21T00:00:00Z'),
    },
  );
  expect(requests).toEqual(['/api/v1/applications?selector=app%3Dorders']);
  expect(events.find(({ mark }) => mark)).toMatchObject({
    at: '2026-11-20T13:47:00.000Z',
    title: 'Deploy 7f3c2a1 to production',
    mark: '7f3c2a1',
    detail: 'v1.42.0',
  });
});
