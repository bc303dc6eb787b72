import { startGrafana, type TestGrafana } from './__testUtils__/startGrafana';

jest.setTimeout(240_000);

describe('Data sources of Grafana', () => {
  let grafana: TestGrafana;
  const ask: TestGrafana['ask'] = (...call) => grafana.ask(...call);
  beforeAll(async () => {
    grafana = await startGrafana();
  });
  afterAll(() => grafana.stop());

  const query = (...queries: object[]) =>
    ask('/api/ds/query', {
      method: 'POST',
      body: { queries, from: 'now-15m', to: 'now' },
    });
  const datasource = { type: 'prometheus', uid: 'prometheus' };

  it('are listed, described and checked', async () => {
    const { body: list } = await ask('/api/datasources');
    expect(list).toContainEqual(
      expect.objectContaining({
        uid: 'prometheus',
        type: 'prometheus',
        isDefault: true,
        access: 'proxy',
      }),
    );
    const one = await ask('/api/datasources/uid/prometheus');
    expect(one.body).toMatchObject({ name: 'Prometheus', orgId: 1 });
    const health = await ask('/api/datasources/uid/prometheus/health');
    expect(health.body).toEqual({
      message: 'Successfully queried the Prometheus API.',
      status: 'OK',
    });
    expect(await ask('/api/datasources/uid/removed')).toEqual({
      status: 404,
      body: { message: 'Data source not found' },
    });
    const { body: settings } = await ask('/api/frontend/settings');
    expect(settings).toMatchObject({
      rendererAvailable: true,
      defaultDatasource: 'Prometheus',
      datasources: { Prometheus: { uid: 'prometheus' } },
    });
  });

  it('answer queries by refId, and expressions over them', async () => {
    const { status, body } = await query(
      {
        refId: 'A',
        datasource,
        expr: 'vector(3)',
        range: true,
        intervalMs: 60_000,
      },
      {
        refId: 'B',
        datasource: { type: '__expr__', uid: '__expr__' },
        type: 'reduce',
        expression: 'A',
        reducer: 'sum',
      },
      {
        refId: 'C',
        datasource: { type: '__expr__', uid: '__expr__' },
        type: 'threshold',
        expression: '$B',
        conditions: [{ evaluator: { type: 'gt', params: [40] } }],
      },
    );
    expect(status).toBe(200);
    expect(Object.keys(body.results)).toEqual(['A', 'B', 'C']);
    const [times, values] = body.results.A.frames[0].data.values;
    expect(times.length).toBeGreaterThanOrEqual(15);
    expect(new Set(values)).toEqual(new Set([3]));
    expect(body.results.B.frames[0].data.values).toEqual([[values.length * 3]]);
    expect(body.results.C).toMatchObject({
      status: 200,
      frames: [{ data: { values: [[1]] } }],
    });
  });

  it('say what is wrong with a query, beside the answers of others', async () => {
    const { status, body } = await query(
      { refId: 'A', datasource, expr: 'up{' },
      { refId: 'B', datasource, expr: 'vector(1)', instant: true },
    );
    expect(status).toBe(400);
    expect(body.results.A).toMatchObject({
      status: 400,
      errorSource: 'downstream',
      error: expect.stringContaining('parse error'),
    });
    expect(body.results.B.status).toBe(200);
    const unknown = await query({ refId: 'A', datasource: { uid: 'removed' } });
    expect(unknown).toEqual({
      status: 404,
      body: { message: 'Data source not found' },
    });
    expect((await query()).body.messageId).toBe('query.noQueries');
    expect((await query({ refId: 'Q' })).body.message).toBe(
      'Query Q is missing datasource information',
    );
  });

  it('give their resources, asked by address or by form', async () => {
    const path =
      '/api/datasources/uid/prometheus/resources/api/v1/label/service/values';
    const values = await ask(path);
    expect(values.body).toMatchObject({
      status: 'success',
      data: expect.arrayContaining(['orders']),
    });
    const response = await fetch(
      `${
        grafana.urls().grafana
      }/api/datasources/uid/prometheus/resources/api/v1/labels`,
      {
        method: 'POST',
        headers: { authorization: 'Bearer grafana-sandbox-token' },
        body: new URLSearchParams({ 'match[]': 'up{service="orders"}' }),
      },
    );
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      data: expect.arrayContaining(['service', 'pod']),
    });
  });
});
