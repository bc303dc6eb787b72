import type { Application } from '@portico/plugin-argocd-node';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

let close = () => {};
afterEach(() => close());

/** An Argo CD with at most one application, whose status moves on with each look after a sync. */
export async function startArgocd(
  statuses: Application['status'][],
  existing?: Application,
) {
  const requests: string[] = [];
  let application = existing;
  let looks = 0;
  let synced = false;
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const { method, url = '' } = request;
    const key = `${method} ${url.replace('/api/v1', '').split('?')[0]}`;
    requests.push(key);
    const reply = (body: unknown, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    const path = '/applications/orders-api';
    if (key === 'POST /applications' || key === `PUT ${path}`) {
      application = JSON.parse(text);
      return reply(application);
    }
    if (key === 'GET /applications') {
      return reply({ items: application ? [application] : null });
    }
    if (!application) return reply({ code: 5, message: 'not found' }, 404);
    switch (key) {
      case `DELETE ${path}`:
        application = undefined;
        return reply({});
      case `POST ${path}/sync`:
        synced = true;
        return reply({ ...application, operation: {} });
      case `GET ${path}/resource-tree`:
        return reply({ nodes: [] });
      default: {
        const status =
          synced || !statuses.length ? statuses[looks] : statuses[0];
        if (synced) looks = Math.min(looks + 1, statuses.length - 1);
        return reply({ ...application, status });
      }
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  close = () => server.close();
  const { port } = server.address() as AddressInfo;
  const runner = { baseUrl: `http://127.0.0.1:${port}`, token: 't' };
  return { runner, requests, application: () => application };
}
