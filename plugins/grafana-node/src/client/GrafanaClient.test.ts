import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GrafanaClient } from './GrafanaClient';

const TOKEN = 'glsa_s3cr3t-s3cr3t';

describe('GrafanaClient', () => {
  let server: Server;
  let url: string;
  let answers: Record<string, [status: number, body: unknown, type?: string]>;
  let asked: { line: string; request: IncomingMessage; body: string }[];
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      const line = `${request.method} ${request.url}`;
      asked.push({ line, request, body });
      const [status, answer, type = 'application/json'] = answers[line] ?? [
        404,
        { message: 'Not found' },
      ];
      response
        .writeHead(status, { 'content-type': type })
        .end(typeof answer === 'string' ? answer : JSON.stringify(answer));
    });
    await new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve()),
    );
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    answers = {};
    asked = [];
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const client = (at = url) =>
    new GrafanaClient(
      {
        name: 'mini-org',
        url: at,
        externalUrl: 'https://grafana.example',
        token: TOKEN,
        orgId: 2,
        alertmanager: 'grafana',
      },
      { patience: { retries: 1, retryDelayMs: 1 } },
    );

  it('searches with its token, in its organization', async () => {
    const line =
      'GET /api/search?type=dash-db&limit=1000&page=2&tag=orders&tag=slo';
    answers[line] = [200, [{ uid: 'a' }]];
    await expect(
      client().search({ tags: ['orders', 'slo'], page: 2 }),
    ).resolves.toEqual([{ uid: 'a' }]);
    const [{ request }] = asked;
    expect(request.headers).toMatchObject({
      authorization: `Bearer ${TOKEN}`,
      'x-grafana-org-id': '2',
    });
    expect(client().pageUrl('/d/a')).toBe('https://grafana.example/d/a');
    const inside = new GrafanaClient({
      ...client().instance,
      externalUrl: 'https://example.org/grafana',
    });
    for (const path of ['/d/a', '/grafana/d/a']) {
      expect(inside.pageUrl(path)).toBe('https://example.org/grafana/d/a');
    }
  });

  it('reads a dashboard of the classic schema', async () => {
    answers['GET /api/dashboards/uid/red'] = [
      200,
      {
        dashboard: { uid: 'red', title: 'RED', version: 4, panels: [] },
        meta: {
          url: '/d/red/red',
          folderUid: '',
          folderTitle: 'General',
          provisioned: true,
        },
      },
    ];
    await expect(client().dashboard('red')).resolves.toEqual({
      schema: 'classic',
      spec: { uid: 'red', title: 'RED', version: 4, panels: [] },
      meta: { uid: 'red', url: '/d/red/red', version: 4, provisioned: true },
    });
  });

  it('reads one of the v2 schema where Grafana says that it is', async () => {
    const path =
      '/apis/dashboard.grafana.app/v2beta1/namespaces/org-2/dashboards/new';
    answers['GET /api/dashboards/uid/new'] = [
      406,
      {
        message: `dashboard api version not supported, use ${path} instead`,
      },
    ];
    answers[`GET ${path}`] = [
      200,
      {
        kind: 'DashboardWithAccessInfo',
        apiVersion: 'dashboard.grafana.app/v2beta1',
        metadata: {
          name: 'new',
          generation: 3,
          creationTimestamp: '2026-11-01T00:00:00Z',
          annotations: { 'grafana.app/folder': 'commerce' },
        },
        spec: { title: 'New', elements: {} },
      },
    ];
    await expect(client().dashboard('new')).resolves.toEqual({
      schema: 'v2',
      spec: { title: 'New', elements: {} },
      meta: {
        uid: 'new',
        url: '/d/new',
        folderUid: 'commerce',
        version: 3,
        updated: '2026-11-01T00:00:00Z',
        provisioned: false,
        apiVersion: 'dashboard.grafana.app/v2beta1',
      },
    });
  });

  it('says that a dashboard is gone', async () => {
    await expect(client().dashboard('gone')).rejects.toMatchObject({
      name: 'DashboardNotFoundError',
      statusCode: 404,
      message: expect.stringContaining("has no dashboard 'gone' any more"),
    });
  });

  it.each([
    [401, { message: 'Invalid API key' }, 'GrafanaCredentialError', 503],
    [403, { message: `No rights: ${TOKEN}` }, 'GrafanaCredentialError', 503],
    [502, '<html>Bad Gateway</html>', 'GrafanaUnreachableError', 503],
    [302, 'Found', 'GrafanaUnreachableError', 503],
  ])(
    'names what %i means, without the token',
    async (status, body, name, as) => {
      answers['GET /api/user'] = [status, body];
      const error = await client()
        .user()
        .then(
          () => undefined,
          it => it as Error,
        );
      expect(error).toMatchObject({
        name,
        statusCode: as,
        message: expect.stringMatching(
          new RegExp(
            `Grafana 'mini-org' answered ${status} to GET /api/user: .*grafana.instances|Try again`,
          ),
        ),
      });
      expect(error?.message).not.toContain(TOKEN);
    },
  );

  it('tells silence from absence', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>(resolve =>
      silent.listen(0, '127.0.0.1', () => resolve()),
    );
    const { port } = silent.address() as AddressInfo;
    const at = client(`http://127.0.0.1:${port}`);
    await expect(
      at.query({ queries: [] }, { timeoutMs: 20 }),
    ).rejects.toMatchObject({
      name: 'GrafanaTimeoutError',
      statusCode: 504,
      message: expect.stringContaining('no answer within 0.02 s'),
    });
    silent.closeAllConnections();
    await new Promise(resolve => silent.close(resolve));
    await expect(at.health()).rejects.toMatchObject({
      name: 'GrafanaUnreachableError',
      message: expect.stringMatching(/^(?!.*caused by).*could not be asked/),
    });
  });

  it('hands over what failed queries say, however Grafana answers them', async () => {
    const results = { A: { status: 400, error: 'parse error', frames: [] } };
    answers['POST /api/ds/query'] = [400, { results }];
    await expect(
      client().query({ queries: [{ refId: 'A' }] }),
    ).resolves.toEqual({ results });
    expect(JSON.parse(asked[0].body)).toEqual({ queries: [{ refId: 'A' }] });
  });

  it.each([
    [404, 'data source not found', 'DatasourceNotFoundError'],
    [400, 'no queries', 'QueryFailedError'],
    [500, 'Query data error', 'QueryFailedError'],
  ])('asks a data source once: %i %s', async (status, message, name) => {
    answers['POST /api/ds/query'] = [status, { message }];
    await expect(client().query({ queries: [] })).rejects.toMatchObject({
      name,
      message: expect.stringContaining(message),
    });
    expect(asked).toHaveLength(1);
  });

  it('reads no more of an answer than it may', async () => {
    const line =
      'GET /api/datasources/uid/prom/resources/api/v1/labels?match=a';
    answers[line] = [200, { data: ['x'.repeat(100)] }];
    const query = new URLSearchParams({ match: 'a' });
    const ask = (mostBytes: number) =>
      client().resource('prom', '/api/v1/labels', query, { mostBytes });
    await expect(ask(1000)).resolves.toEqual({ data: ['x'.repeat(100)] });
    await expect(ask(50)).rejects.toMatchObject({
      name: 'ResultTooLargeError',
      statusCode: 413,
    });
  });

  it('fetches a picture, and takes no page for one', async () => {
    const ask = () =>
      client().render('/d-solo/red/red', new URLSearchParams({ panelId: '2' }));
    const line = 'GET /render/d-solo/red/red?panelId=2';
    answers[line] = [200, 'PNG', 'image/png'];
    const { contentType, data } = await ask();
    expect([contentType, data.toString()]).toEqual(['image/png', 'PNG']);
    answers[line] = [200, '<html>', 'text/html'];
    await expect(ask()).rejects.toThrow('answered no picture');
  });

  it('reads rules, and makes and ends silences', async () => {
    answers['GET /api/prometheus/grafana/api/v1/rules'] = [
      200,
      { status: 'success', data: { groups: [{ name: 'g', rules: [] }] } },
    ];
    answers['POST /api/alertmanager/grafana/api/v2/silences'] = [
      202,
      { silenceID: 's1' },
    ];
    answers['DELETE /api/alertmanager/grafana/api/v2/silence/s1'] = [200, {}];
    const { alerting } = client();
    expect(await alerting.rules()).toEqual([{ name: 'g', rules: [] }]);
    const silence = {
      matchers: [],
      startsAt: '',
      endsAt: '',
      createdBy: 'Lena',
      comment: 'c',
    };
    expect(await alerting.createSilence(silence)).toBe('s1');
    await alerting.expireSilence('s1');
  });

  it('says of a title that is taken that it is', async () => {
    answers['POST /api/dashboards/db'] = [
      412,
      {
        status: 'name-exists',
        message: 'A dashboard with the same name exists',
      },
    ];
    await expect(
      client().content.saveDashboard({ dashboard: { title: 'RED' } }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('same name exists'),
    });
  });
});
