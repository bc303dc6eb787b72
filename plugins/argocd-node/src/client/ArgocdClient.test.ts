import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ArgocdClient } from './ArgocdClient';
import type { ArgocdRetry } from './ArgocdHttp';

interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Answers the requests in turn; the last answer stands for all that follow. */
async function startServer(...answers: (Answer | 'reset' | 'hang')[]) {
  const seen: {
    method?: string;
    url?: string;
    token?: string;
    body: string;
  }[] = [];
  const server: Server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const answer = answers[Math.min(seen.length, answers.length - 1)];
    const { method, url, headers } = request;
    seen.push({ method, url, token: headers.authorization, body });
    if (answer === 'hang') return;
    if (answer === 'reset') {
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status, {
      'content-type': 'application/json',
      ...answer.headers,
    });
    response.end(
      typeof answer.body === 'string'
        ? answer.body
        : JSON.stringify(answer.body ?? {}),
    );
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const retries: ArgocdRetry[] = [];
  const client = new ArgocdClient(
    {
      name: 'main',
      baseUrl,
      frontendUrl: 'https://argocd.example',
      token: 'very-secret',
      isDefault: true,
    },
    {
      onRetry: retry => retries.push(retry),
      retryDelayMs: 5,
      timeoutMs: 1_500,
    },
  );
  return { client, seen, retries };
}

const orders = {
  metadata: { name: 'orders', namespace: 'argocd' },
  spec: {
    project: 'default',
    source: { repoURL: 'https://git.example/orders.git', path: 'k8s' },
    destination: { name: 'in-cluster', namespace: 'orders' },
  },
};

describe('ArgocdClient', () => {
  it('lists by selector and project, with the token in the header', async () => {
    const { client, seen } = await startServer({
      status: 200,
      body: { items: [orders] },
    });
    await expect(
      client.list({ selector: 'team=commerce', projects: ['a', 'b'] }),
    ).resolves.toEqual([orders]);
    expect(seen[0]).toMatchObject({
      url: '/api/v1/applications?selector=team%3Dcommerce&projects=a&projects=b',
      token: 'Bearer very-secret',
    });
  });

  it('reads a null list as empty', async () => {
    const { client } = await startServer({
      status: 200,
      body: { items: null },
    });
    await expect(client.list()).resolves.toEqual([]);
  });

  it('asks again after 503 and 429, tells so, and gives the answer', async () => {
    const { client, retries } = await startServer(
      { status: 503, body: { message: 'unavailable' } },
      { status: 429, headers: { 'retry-after': '0.01' } },
      { status: 200, body: orders },
    );
    await expect(client.get('orders')).resolves.toEqual(orders);
    expect(retries.map(retry => retry.message)).toEqual([
      'Argo CD answered 503; asked again after 0.005 s',
      'Argo CD answered 429; asked again after 0.01 s',
    ]);
  });

  it('asks again after a lost connection and after no answer', async () => {
    const { client, retries } = await startServer('reset', 'hang', {
      status: 200,
      body: orders,
    });
    await expect(client.create(orders)).resolves.toEqual(orders);
    expect(retries).toHaveLength(2);
  });

  it('does not repeat a rollback', async () => {
    const { client, seen } = await startServer({ status: 503 });
    await expect(client.rollback('orders', 1)).rejects.toThrow(
      "Argo CD 'main' answered 503 to POST /api/v1/applications/orders/rollback",
    );
    expect(seen).toHaveLength(1);
  });

  it.each([
    [401, 'AuthenticationError', 'Check the token'],
    [403, 'NotAllowedError', 'RBAC'],
    [404, 'NotFoundError', 'Check the name'],
    [409, 'ConflictError', 'run the step again'],
    [400, 'InputError', 'refused for a reason'],
    [500, 'ServiceUnavailableError', 'Try again'],
  ])('says what %i means, and never the token', async (status, name, text) => {
    const { client } = await startServer({
      status,
      body: { error: 'x', code: 5, message: 'refused for a reason' },
    });
    const error: Error = await client.rollback('orders', 3).catch(e => e);
    expect(error.name).toBe(name);
    expect(error.message).toContain(text);
    expect(error.message).toContain(
      'POST /api/v1/applications/orders/rollback: refused for a reason.',
    );
    expect(error.message).not.toContain('very-secret');
  });

  it('quotes what a proxy in front of Argo CD answers', async () => {
    const { client } = await startServer({
      status: 400,
      body: '<h1>Bad\nRequest</h1>',
    });
    await expect(client.get('orders')).rejects.toThrow('<h1>Bad Request</h1>');
  });

  it('names address and cause where nothing listens', async () => {
    const client = new ArgocdClient(
      {
        name: 'main',
        baseUrl: 'http://127.0.0.1:1',
        frontendUrl: '',
        token: 't',
        isDefault: true,
      },
      { retries: 0 },
    );
    await expect(client.list()).rejects.toThrow(
      /could not be asked .* at http:\/\/127\.0\.0\.1:1: .+ Check that it runs/,
    );
  });

  it('finds nothing rather than failing', async () => {
    const { client, seen } = await startServer(
      { status: 404 },
      { status: 200, body: { items: null } },
    );
    await expect(
      client.find('orders', { project: 'commerce' }),
    ).resolves.toBeUndefined();
    expect(seen.map(({ url }) => url)).toEqual([
      '/api/v1/applications/orders?project=commerce',
      '/api/v1/applications?name=orders',
    ]);
  });

  it('finds one that is in another project', async () => {
    const { client } = await startServer(
      { status: 404 },
      { status: 200, body: { items: [orders] } },
    );
    await expect(
      client.find('orders', { project: 'commerce' }),
    ).resolves.toEqual(orders);
  });

  it('does not take what it may not see for nothing', async () => {
    const { client } = await startServer({
      status: 403,
      body: { code: 7, message: 'permission denied' },
    });
    await expect(
      client.find('orders', { project: 'commerce' }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
  });

  it('takes a sync that already runs for its own', async () => {
    const running = { ...orders, operation: { sync: {} } };
    const { client, seen } = await startServer(
      {
        status: 400,
        body: { code: 9, message: 'another operation is already in progress' },
      },
      { status: 200, body: running },
    );
    await expect(client.sync('orders', { prune: true })).resolves.toEqual(
      running,
    );
    expect(JSON.parse(seen[0].body)).toEqual({ name: 'orders', prune: true });
  });

  it('passes on why a sync was refused', async () => {
    const { client } = await startServer(
      { status: 400, body: { code: 9, message: 'cannot sync to main' } },
      { status: 200, body: orders },
    );
    await expect(client.sync('orders')).rejects.toThrow('cannot sync to main');
  });

  it('watches until it is cancelled', async () => {
    const { client, seen } = await startServer({ status: 200, body: orders });
    const controller = new AbortController();
    const watch = async () => {
      for await (const application of client.watch('orders', {
        intervalMs: 5,
        signal: controller.signal,
      })) {
        if (application && seen.length === 3) {
          controller.abort(new Error('cancelled'));
        }
      }
    };
    await expect(watch()).rejects.toThrow('cancelled');
    expect(seen).toHaveLength(3);
  });

  it('makes no request once it is cancelled', async () => {
    const { client, seen } = await startServer({ status: 200 });
    await expect(
      client.get('orders', { signal: AbortSignal.abort(new Error('stop')) }),
    ).rejects.toThrow('stop');
    expect(seen).toHaveLength(0);
  });

  it('links to the page for people', async () => {
    const { client } = await startServer({ status: 200 });
    expect(client.pageUrl(orders)).toBe(
      'https://argocd.example/applications/argocd/orders',
    );
  });
});
