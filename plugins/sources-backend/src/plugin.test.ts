import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  sourceReportsServiceRef,
  type SourceReport,
} from '@portico/plugin-sources-node';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { sourcesPlugin } from './plugin';

jest.setTimeout(240_000);

let argocd: Server;
let url: string;
let looks: number;
let status: number;

beforeAll(async () => {
  argocd = createServer((_, response) => {
    looks++;
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(JSON.stringify({ loggedIn: true, username: 'portico' }));
  }).listen(0, '127.0.0.1');
  await new Promise(resolve => argocd.once('listening', resolve));
  url = `http://127.0.0.1:${(argocd.address() as AddressInfo).port}`;
});

afterAll(() => argocd.close());

beforeEach(() => {
  looks = 0;
  status = 200;
});

async function start(
  options: {
    denied?: string;
    reports?: SourceReport[];
    config?: { health: { pagerduty: { token: string } } };
  } = {},
) {
  const auditor = mockServices.auditor.mock();
  const event = { success: jest.fn(), fail: jest.fn() };
  auditor.createEvent.mockResolvedValue(event);
  const permissions = mockServices.permissions.mock({
    authorize: async questions =>
      questions.map(({ permission }) => ({
        result:
          permission.name === options.denied
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      })),
  });
  const scheduled = new Map<string, () => Promise<void>>();
  const scheduler = mockServices.scheduler.mock();
  scheduler.scheduleTask.mockImplementation(async ({ id, fn }) => {
    scheduled.set(id, async () => fn(new AbortController().signal));
  });
  const backend = await startTestBackend({
    features: [
      sourcesPlugin,
      auditor.factory,
      permissions.factory,
      scheduler.factory,
      mockServices.rootConfig.factory({
        data: {
          argocd: {
            instances: [{ name: 'main', baseUrl: url, token: 'secret' }],
          },
          ...options.config,
        },
      }),
      createServiceFactory({
        service: sourceReportsServiceRef,
        deps: {},
        factory: () => ({
          report: () => undefined,
          list: () => options.reports ?? [],
        }),
      }),
    ],
  });
  return {
    server: backend.server,
    stop: () => backend.stop(),
    event,
    auditor,
    run: (id: string) => scheduled.get(id)!(),
  };
}

describe('sources', () => {
  it('lists what is configured, what was found, and what could be used', async () => {
    const { server, stop, run } = await start();
    const list = async () =>
      (await request(server).get('/api/sources/sources').expect(200)).body;
    expect((await list()).items).toMatchObject([
      { id: 'argocd:main', state: 'unchecked', coverage: [] },
    ]);

    await run('sources-check');
    const { items, unused } = await list();
    expect(items).toMatchObject([
      {
        id: 'argocd:main',
        kind: 'argocd',
        title: 'Argo CD',
        instance: 'main',
        url,
        configKey: 'argocd.instances',
        state: 'reachable',
        since: expect.any(String),
        lastSuccess: expect.any(String),
        check: { answeredAs: 'account portico', token: { state: 'valid' } },
      },
    ]);
    expect(unused.map((one: { kind: string }) => one.kind)).toContain('okta');
    expect(JSON.stringify({ items, unused })).not.toContain('secret');
    await stop();
  });

  it('keeps since when, and the last success, while a system is away', async () => {
    const { server, stop, run } = await start();
    const now = async () =>
      (await request(server).get('/api/sources/sources')).body.items[0];
    await run('sources-check');
    const fine = await now();
    status = 503;
    await run('sources-check');
    const away = await now();
    await run('sources-check');
    const still = await now();
    expect(away).toMatchObject({
      state: 'unreachable',
      lastSuccess: fine.lastSuccess,
      check: { message: expect.stringContaining('answered 503') },
    });
    expect(Date.parse(away.since)).toBeGreaterThanOrEqual(
      Date.parse(fine.check.at),
    );
    expect(still.since).toBe(away.since);
    expect(Date.parse(still.check.at)).toBeGreaterThan(
      Date.parse(away.check.at),
    );
    await stop();
  });

  it('tells how much came back of what plugins asked, on every replica', async () => {
    const reportedAt = new Date();
    const report: SourceReport = {
      source: 'argocd',
      by: 'health',
      at: reportedAt,
      ok: true,
      asked: 64,
      answered: 62,
      message: '2 selectors can not be read',
    };
    const { server, stop, run } = await start({ reports: [report] });
    await run('sources-reports');
    const { items } = (await request(server).get('/api/sources/sources')).body;
    expect(items[0].coverage).toEqual([
      {
        at: reportedAt.toISOString(),
        by: 'health',
        asked: 64,
        answered: 62,
        message: '2 selectors can not be read',
      },
    ]);

    const inTwoDays = Date.now() + 2 * 86_400_000;
    const clock = jest.spyOn(Date, 'now').mockReturnValue(inTwoDays);
    await run('sources-check');
    clock.mockRestore();
    const later = (await request(server).get('/api/sources/sources')).body;
    expect(later.items[0].coverage).toEqual([]);
    await stop();
  });

  it('gathers what came of the parts of the only one of its kind', async () => {
    const report = (part: string, answered: number): SourceReport => ({
      source: `pagerduty:${part}`,
      by: 'health',
      at: new Date(),
      ok: true,
      asked: 64,
      answered,
    });
    const { server, stop, run } = await start({
      reports: [report('incidents', 64), report('on-call', 60)],
      config: { health: { pagerduty: { token: 'secret' } } },
    });
    await run('sources-reports');
    const { items } = (await request(server).get('/api/sources/sources')).body;
    expect(items[1]).toMatchObject({
      id: 'pagerduty',
      coverage: [
        { by: 'health (incidents)', answered: 64 },
        { by: 'health (on-call)', answered: 60 },
      ],
    });
    await stop();
  });

  it('looks once for all who ask at the same time, and leaves a trace', async () => {
    const { server, stop, event, auditor } = await start();
    const ask = () =>
      request(server)
        .post('/api/sources/sources/argocd:main/check')
        .expect(200);
    const answers = await Promise.all([ask(), ask(), ask()]);
    for (const { body } of answers) expect(body.state).toBe('reachable');
    expect(looks).toBe(1);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'source-check',
        meta: { source: 'argocd:main' },
      }),
    );
    expect(event.success).toHaveBeenCalledTimes(3);
    await stop();
  });

  it('knows no other sources', async () => {
    const { server, stop, event } = await start();
    const { body } = await request(server)
      .post('/api/sources/sources/argocd:other/check')
      .expect(404);
    expect(body.error.message).toBe(
      "There is no source 'argocd:other'. Known: argocd:main.",
    );
    expect(event.fail).toHaveBeenCalled();
    await stop();
  });

  it('refuses who may not', async () => {
    const reading = await start({ denied: 'sources.source.read' });
    await request(reading.server).get('/api/sources/sources').expect(403);
    await reading.stop();

    const checking = await start({ denied: 'sources.source.check' });
    await request(checking.server)
      .post('/api/sources/sources/argocd:main/check')
      .set('authorization', mockCredentials.user.header())
      .expect(403);
    expect(looks).toBe(0);
    expect(checking.event.fail).toHaveBeenCalledTimes(1);
    await checking.stop();
  });
});
