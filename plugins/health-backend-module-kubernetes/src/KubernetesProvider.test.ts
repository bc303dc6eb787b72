import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { HealthSubject } from '@portico/plugin-health-node';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ClusterReader } from './ClusterReader';
import { KubernetesProvider } from './KubernetesProvider';
import type { Pod, Workload } from './types';

const NOW = new Date('2026-11-20T14:02:31Z');
const ago = (seconds: number) =>
  new Date(NOW.getTime() - seconds * 1000).toISOString();

/** What the plugin's proxy answers, by cluster and path. */
let clusters: Record<string, Record<string, { items?: unknown[] }> | number>;
let requests: string[];
let server: Server;
let provider: KubernetesProvider;

beforeAll(async () => {
  server = createServer((request, response) => {
    const { status, body } = answer(request);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const auth: Pick<
    AuthService,
    'getOwnServiceCredentials' | 'getPluginRequestToken'
  > = {
    getOwnServiceCredentials: async () => ({
      $$type: '@backstage/BackstageCredentials',
      principal: { type: 'service', subject: 'plugin:health' },
    }),
    getPluginRequestToken: async () => ({ token: 'health-token' }),
  };
  const discovery: DiscoveryService = {
    getBaseUrl: async () => `http://127.0.0.1:${port}`,
    getExternalBaseUrl: async () => `http://127.0.0.1:${port}`,
  };
  provider = new KubernetesProvider(
    new ClusterReader({ auth: auth as AuthService, discovery }),
  );
});

afterAll(() => server.close());

beforeEach(() => {
  requests = [];
  clusters = { 'mini-org': {} };
});

function answer({ url = '', headers }: IncomingMessage) {
  requests.push(url);
  if (headers.authorization !== 'Bearer health-token') {
    return { status: 401, body: {} };
  }
  if (url === '/clusters') {
    const items = Object.keys(clusters).map(name => ({ name }));
    return { status: 200, body: { items } };
  }
  const cluster = clusters[String(headers['backstage-kubernetes-cluster'])];
  if (typeof cluster === 'number') return { status: cluster, body: {} };
  const path = url.replace(/^\/proxy/, '').replace(/\?.*/, '');
  return { status: 200, body: cluster[path] ?? { items: [] } };
}

function deployment(
  name: string,
  options: { wanted?: number; ready?: number; age?: number } & Partial<
    Workload['status']
  > = {},
): Workload {
  const { wanted = 3, ready = wanted, age = 86_400, ...more } = options;
  return {
    metadata: {
      name,
      namespace: 'customer-services',
      labels: { 'backstage.io/kubernetes-id': name, environment: 'production' },
      creationTimestamp: ago(age),
    },
    spec: { replicas: wanted, selector: { matchLabels: { app: name } } },
    status: { readyReplicas: ready, updatedReplicas: wanted, ...more },
  };
}

function pod(name: string, status: Pod['status'], age = 86_400): Pod {
  const app = name.replace(/-\d+$/, '');
  return {
    metadata: {
      name,
      namespace: 'customer-services',
      labels: { app, 'backstage.io/kubernetes-id': app },
      creationTimestamp: ago(age),
    },
    status: { phase: 'Running', ...status },
  };
}

function subject(name: string): HealthSubject {
  return {
    entityRef: `component:default/${name}`,
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name, annotations: { 'backstage.io/kubernetes-id': name } },
    },
  };
}

function hold(options: {
  deployments?: Workload[];
  pods?: Pod[];
  events?: unknown[];
}) {
  clusters['mini-org'] = {
    '/apis/apps/v1/deployments': { items: options.deployments },
    '/api/v1/pods': { items: options.pods },
    '/api/v1/events': { items: options.events },
  };
}

async function collect(...names: string[]) {
  return provider.collect(names.map(subject), {
    signal: new AbortController().signal,
    now: NOW,
  });
}

async function signalsOf(name: string) {
  return (await collect(name)).signals.get(`component:default/${name}`);
}

const running = { state: { running: {} }, name: 'main' };
const fine = {
  containerStatuses: [{ ...running, ready: true, restartCount: 0 }],
};

it('answers for all entities with one list a kind', async () => {
  hold({
    deployments: [deployment('orders'), deployment('cart')],
    pods: [pod('orders-1', fine), pod('cart-1', fine)],
  });
  const { signals, requests: sent } = await collect('orders', 'cart', 'tax');
  expect([...signals.keys()]).toEqual([
    'component:default/orders',
    'component:default/cart',
  ]);
  expect(sent).toBe(4);
  expect(requests).toEqual([
    '/clusters',
    ...['/apis/apps/v1/deployments', '/apis/apps/v1/statefulsets'].map(
      path =>
        `/proxy${path}?limit=500&labelSelector=backstage.io%2Fkubernetes-id`,
    ),
    '/proxy/api/v1/pods?limit=500&labelSelector=backstage.io%2Fkubernetes-id',
  ]);
});

it('says that all is well in words that can be ruled out', async () => {
  hold({
    deployments: [deployment('orders', { wanted: 6 })],
    pods: [pod('orders-1', fine)],
  });
  expect(await signalsOf('orders')).toMatchObject([
    {
      state: 'healthy',
      serving: true,
      environment: 'production',
      value: { value: 6, unit: 'count', of: 6 },
      evidence: { url: '/catalog/default/component/orders/kubernetes' },
    },
    { state: 'healthy', text: 'no restarts, no OOM kills' },
  ]);
});

it.each<[string, Parameters<typeof deployment>[1], string]>([
  ['none is ready', { ready: 0 }, 'failing'],
  ['some are not ready', { ready: 1 }, 'degraded'],
  ['it has just been made', { ready: 0, age: 60 }, 'unknown'],
  ['it rolls out', { ready: 2, updatedReplicas: 1 }, 'healthy'],
  [
    'it rolls out and loses too many',
    { ready: 1, updatedReplicas: 1 },
    'degraded',
  ],
  [
    'its rollout is stuck',
    {
      ready: 2,
      updatedReplicas: 1,
      conditions: [{ type: 'Progressing', status: 'False' }],
    },
    'degraded',
  ],
])('where %s', async (_, options, state) => {
  hold({ deployments: [deployment('orders', options)] });
  expect(await signalsOf('orders')).toMatchObject([{ state }]);
});

it('takes what was scaled to zero for no outage', async () => {
  hold({ deployments: [deployment('orders', { wanted: 0 })] });
  expect(await signalsOf('orders')).toMatchObject([
    { state: 'healthy', text: 'scaled to zero', informational: true },
  ]);
});

it('counts pods that were killed for memory', async () => {
  const killed = (seconds: number) => ({
    containerStatuses: [
      {
        name: 'main',
        ready: false,
        restartCount: 4,
        state: { waiting: { reason: 'CrashLoopBackOff' } },
        lastState: {
          terminated: {
            reason: 'OOMKilled',
            exitCode: 137,
            finishedAt: ago(seconds),
          },
        },
      },
    ],
  });
  hold({
    deployments: [deployment('payouts', { ready: 1 })],
    pods: [
      pod('payouts-1', killed(60)),
      pod('payouts-2', killed(600)),
      pod('payouts-3', fine),
    ],
  });
  expect((await signalsOf('payouts'))?.[1]).toMatchObject({
    state: 'degraded',
    text: '2 of 3',
    detail: '2 of 3 pods restart: OOMKilled',
    since: ago(600),
  });
});

it('forgets a restart that is long past', async () => {
  const lastState = {
    terminated: { reason: 'Error', exitCode: 1, finishedAt: ago(86_000) },
  };
  hold({
    deployments: [deployment('orders')],
    pods: [
      pod('orders-1', {
        containerStatuses: [
          { ...running, ready: true, restartCount: 1, lastState },
        ],
      }),
    ],
  });
  expect((await signalsOf('orders'))?.[1]).toMatchObject({ state: 'healthy' });
});

it.each([
  [
    'no node takes it',
    {
      phase: 'Pending' as const,
      conditions: [
        {
          type: 'PodScheduled',
          status: 'False' as const,
          message: '0/3 nodes are available',
        },
      ],
    },
    '1 of 1 pod wait for a node: 0/3 nodes are available',
  ],
  [
    'its image is not there',
    {
      phase: 'Pending' as const,
      containerStatuses: [
        {
          name: 'main',
          ready: false,
          restartCount: 0,
          state: { waiting: { reason: 'ImagePullBackOff' } },
        },
      ],
    },
    "1 of 1 pod can't start: ImagePullBackOff",
  ],
  [
    'its probe fails',
    {
      conditions: [
        {
          type: 'Ready',
          status: 'False' as const,
          lastTransitionTime: ago(300),
        },
      ],
    },
    '1 of 1 pod not ready: Readiness probe failed: 503',
  ],
])('tells of a pod where %s', async (_, status, detail) => {
  hold({
    deployments: [deployment('orders', { ready: 2 })],
    pods: [pod('orders-1', status)],
    events: [
      {
        involvedObject: { name: 'orders-1', namespace: 'customer-services' },
        message: 'Readiness probe failed: 503',
      },
    ],
  });
  expect((await signalsOf('orders'))?.[1]).toMatchObject({
    state: 'degraded',
    detail,
  });
});

it('says which cluster was silent, and fails where all are', async () => {
  hold({ deployments: [deployment('orders')] });
  clusters.other = 503;
  const { signals, gaps } = await collect('orders');
  expect(signals.size).toBe(1);
  expect(gaps).toMatchObject([
    { instance: 'other', message: expect.stringContaining('503') },
  ]);
  clusters = { other: 503 };
  await expect(collect('orders')).rejects.toThrow('503');
});
