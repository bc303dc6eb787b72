import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import { DeliveryChanges } from './DeliveryChanges';
import { HealthTimelineChanges } from './HealthTimelineChanges';

const ORDERS = 'component:default/orders';
const QUERY = {
  from: new Date('2026-11-11T00:00:00Z'),
  to: new Date('2026-11-13T00:00:00Z'),
  names: ['order-events'],
};

describe('changes', () => {
  let server: Server;
  let asked: string[];
  let answer: { status: number; body: object };

  beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      asked.push(decodeURIComponent(request.url!));
      response
        .writeHead(answer.status, { 'content-type': 'application/json' })
        .end(JSON.stringify(answer.body));
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });

  afterEach(
    () =>
      new Promise<void>(resolve => {
        server.close(() => resolve());
      }),
  );

  const access = () => {
    const { port } = server.address() as AddressInfo;
    return {
      auth: mockServices.auth(),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async plugin => `http://127.0.0.1:${port}/${plugin}`,
      }),
    };
  };

  it('are the commits that speak of what grew, with when they took effect', async () => {
    const commit = (revision: string, message: string) => ({
      revision,
      message,
      url: `https://github.example/commit/${revision}`,
      committedAt: '2026-11-12T08:14:00Z',
      deployedAt: '2026-11-12T08:31:00Z',
    });
    answer = {
      status: 200,
      body: {
        items: [
          commit('1234567aa', 'Log the request id'),
          commit('9c41e07bb', 'Keep topic order-events for 30 days'),
        ],
      },
    };
    const source = new DeliveryChanges(access());
    expect(await source.changes(ORDERS, QUERY)).toEqual([
      {
        at: '2026-11-12T08:31:00Z',
        words:
          'Likely since “Keep topic order-events for 30 days” (9c41e07), committed 12\u00a0Nov 08:14\u00a0UTC, deployed 12\u00a0Nov 08:31\u00a0UTC.',
        link: {
          title: '9c41e07',
          url: 'https://github.example/commit/9c41e07bb',
        },
      },
    ]);
    expect(asked).toEqual([
      '/delivery/entities/component/default/orders/changes?from=2026-11-11T00:00:00.000Z&to=2026-11-13T00:00:00.000Z',
    ]);
    // Where none does, all may be the reason.
    const others = await source.changes(ORDERS, { ...QUERY, names: ['db'] });
    expect(others.map(({ words }) => words.slice(0, 34))).toEqual([
      'At that time: “Log the request id”',
      'At that time: “Keep topic order-ev',
    ]);
  });

  it('are deployments, those of production first', async () => {
    const at = '2026-11-12T08:31:00Z';
    answer = {
      status: 200,
      body: {
        events: [
          { id: '1', at, kind: 'verdict', title: 'Healthy' },
          { id: '2', at, kind: 'deploy', title: 'Deploy 2 to staging' },
          {
            ...{ id: '3', at, kind: 'deploy', mark: '3' },
            title: 'Deploy 3 to production',
            detail: '1.42.0',
          },
        ],
        problems: [],
      },
    };
    const source = new HealthTimelineChanges(access());
    const found = await source.changes(ORDERS, QUERY);
    expect(found.map(({ words }) => words)).toEqual([
      'At that time: Deploy 3 to production (1.42.0), 12\u00a0Nov 08:31\u00a0UTC.',
      'At that time: Deploy 2 to staging, 12\u00a0Nov 08:31\u00a0UTC.',
    ]);
    expect(asked[0]).toMatch(
      /^\/health\/timeline\/component\/default\/orders\?/,
    );
  });

  it('are none where nobody can know of any, and an error where it should', async () => {
    const source = new DeliveryChanges(access());
    answer = { status: 404, body: {} };
    expect(await source.changes(ORDERS, QUERY)).toEqual([]);
    answer = { status: 503, body: {} };
    await expect(source.changes(ORDERS, QUERY)).rejects.toThrow('503');
  });
});
