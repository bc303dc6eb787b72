import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Entity } from '@backstage/catalog-model';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import plugin from '.';

const RUN = {
  id: 7,
  name: 'CI',
  run_number: 3,
  status: 'completed',
  conclusion: 'success',
  event: 'push',
  head_branch: 'main',
  head_sha: '7f3c2a1',
  head_commit: { message: 'Add carts\n\nBody', author: { name: 'Lena' } },
  created_at: '2026-11-20T13:00:00Z',
  run_started_at: '2026-11-20T13:00:05Z',
  updated_at: '2026-11-20T13:01:05Z',
  html_url: 'http://github.example/mini-org/orders/actions/runs/7',
};

const component = (name: string, slug?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    annotations: { ...(slug && { 'github.com/project-slug': slug }) },
  },
  spec: { type: 'service' },
});

describe('github-actions', () => {
  let github: Server;
  let status = 200;
  let asked: string[];

  beforeEach(async () => {
    asked = [];
    status = 200;
    github = createServer((req, res) => {
      asked.push(`${req.headers.authorization} ${req.url}`);
      res.writeHead(status, { 'content-type': 'application/json' });
      res.end(
        JSON.stringify(
          req.url?.includes('/actions/runs')
            ? { total_count: 1, workflow_runs: [RUN] }
            : {
                full_name: 'mini-org/orders',
                html_url: 'http://github.example/mini-org/orders',
              },
        ),
      );
    });
    await new Promise<void>(resolve =>
      github.listen(0, '127.0.0.1', () => resolve()),
    );
  });

  afterEach(() => new Promise(resolve => github.close(resolve)));

  async function start() {
    const host = `127.0.0.1:${(github.address() as AddressInfo).port}`;
    const { server } = await startTestBackend({
      features: [
        plugin,
        mockServices.rootConfig.factory({
          data: {
            integrations: {
              github: [
                { host, apiBaseUrl: `http://${host}/api/v3`, token: 't0' },
              ],
            },
          },
        }),
        catalogServiceMock.factory({
          entities: [
            component('orders', 'mini-org/orders'),
            component('timesheets'),
          ],
        }),
      ],
    });
    return (name: string) =>
      request(server).get(
        `/api/github-actions/entities/component/default/${name}/runs`,
      );
  }

  it('gives the latest runs of the repository, asking GitHub once', async () => {
    const get = await start();
    const [first] = await Promise.all([get('orders'), get('orders')]);
    expect(first.body).toEqual({
      repository: 'mini-org/orders',
      url: 'http://github.example/mini-org/orders/actions',
      asOf: expect.any(String),
      runs: [
        {
          id: 7,
          workflow: 'CI',
          number: 3,
          state: 'success',
          event: 'push',
          branch: 'main',
          commit: { sha: '7f3c2a1', subject: 'Add carts', author: 'Lena' },
          startedAt: '2026-11-20T13:00:05Z',
          durationSeconds: 60,
          url: RUN.html_url,
        },
      ],
    });
    expect(asked).toHaveLength(2);
    expect(asked[0]).toContain('token t0');
  });

  it('says which annotation is missing', async () => {
    const get = await start();
    const response = await get('timesheets');
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain('github.com/project-slug');
    expect(asked).toEqual([]);
  });

  it('says that there is no such entity', async () => {
    const get = await start();
    expect((await get('nothing')).status).toBe(404);
  });

  it('says what GitHub answered when it fails, and never the token', async () => {
    status = 503;
    const get = await start();
    const response = await get('orders');
    expect(response.status).toBe(503);
    expect(response.body.error.message).toMatch(
      /GitHub .* answered 503 .* mini-org\/orders/,
    );
    expect(response.text).not.toContain('t0');
  });
});
