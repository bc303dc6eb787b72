import { ConfigReader } from '@backstage/config';
import type { HealthSubject } from '@portico/plugin-health-node';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ProbeProvider } from './ProbeProvider';
import { readProbeConfig } from './readProbeConfig';

let server: Server;
let url: string;
let requests: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    if (request.url === '/hangs') return;
    if (request.url === '/recovers') {
      const isFirst = requests.filter(it => it === '/recovers').length === 1;
      response.writeHead(isFirst ? 503 : 200).end();
      return;
    }
    const status = Number(request.url?.slice(1));
    response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end('body');
  }).listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  requests = [];
});

function subject(address?: string): HealthSubject {
  return {
    entityRef: 'component:default/site',
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'site',
        ...(address && { annotations: { 'portico/probe-url': address } }),
      },
    },
  };
}

function options(pattern: string, timeoutSeconds?: number) {
  const section = { allow: [pattern], timeoutSeconds };
  const read = readProbeConfig(
    new ConfigReader({ health: { probe: section } }),
  );
  if (!read) throw new Error('The section was not read');
  return read;
}

async function probe(address: string, timeoutSeconds?: number) {
  const provider = new ProbeProvider(
    options('http://127.0.0.1:*', timeoutSeconds),
  );
  return provider.collect([subject(address)], {
    signal: new AbortController().signal,
    now: new Date('2026-11-20T14:02:31Z'),
  });
}

it.each([
  ['/200', { state: 'healthy', value: { unit: 'seconds' } }],
  ['/302', { state: 'healthy' }],
  ['/recovers', { state: 'healthy' }],
  ['/404', { state: 'failing', text: 'answered 404' }],
  ['/503', { state: 'failing', text: 'answered 503' }],
])('takes %s for what it is', async (path, told) => {
  const { signals } = await probe(`${url}${path}`);
  expect(signals.get('component:default/site')).toMatchObject([
    { ...told, serving: true },
  ]);
});

it('does not wait for ever', async () => {
  const { signals } = await probe(`${url}/hangs`, 0.2);
  expect(signals.get('component:default/site')).toMatchObject([
    { state: 'failing', text: 'no answer', detail: 'none within 0.2 s' },
  ]);
});

it('asks once more before it calls something failing', async () => {
  expect((await probe(`${url}/503`)).requests).toBe(2);
  expect(requests).toEqual(['/503', '/503']);
});

it.each([
  'http://169.254.169.254/latest/meta-data/',
  'file:///etc/passwd',
  'not an address',
  'https://127.0.0.1/200',
])('does not ask %s, which nobody allowed', async address => {
  const { signals, gaps, requests: sent } = await probe(address);
  expect({ signals: signals.size, sent }).toEqual({ signals: 0, sent: 0 });
  expect(gaps).toEqual([
    {
      entityRefs: ['component:default/site'],
      message: expect.stringContaining('health.probe.allow'),
    },
  ]);
});

it.each([
  ['https://*.example.com', 'https://shop.example.com/health', true],
  ['https://*.example.com', 'https://shop.example.com:8443/health', false],
  ['https://*.example.com', 'https://example.com.evil.org/', false],
  ['https://*.example.com', 'http://shop.example.com/', false],
  ['http://portal.internal:8080', 'http://portal.internal:8080/', true],
])('%s against %s', (pattern, address, isAllowed) => {
  expect(options(pattern).isAllowed(new URL(address))).toBe(isAllowed);
});

it('refuses a pattern that is no origin', () => {
  expect(() => options('example.com/health')).toThrow('is no origin');
});

it('is for entities with an address alone, and off without its section', () => {
  const provider = new ProbeProvider(options('https://*'));
  expect(provider.appliesTo(subject())).toBe(false);
  expect(provider.appliesTo(subject('https://a.b'))).toBe(true);
  expect(readProbeConfig(new ConfigReader({}))).toBeUndefined();
});
