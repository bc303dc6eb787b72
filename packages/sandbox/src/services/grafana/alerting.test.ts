import { startGrafana, type TestGrafana } from './__testUtils__/startGrafana';

jest.setTimeout(240_000);

interface Rule {
  uid: string;
  name: string;
  state: string;
  health: string;
  alerts: { state: string; labels: Record<string, string> }[];
}

describe('Alerting of Grafana', () => {
  let grafana: TestGrafana;
  const ask: TestGrafana['ask'] = (...call) => grafana.ask(...call);
  beforeAll(async () => {
    grafana = await startGrafana();
  });
  afterAll(() => grafana.stop());

  const rules = async (query = '') => {
    const { body } = await ask(`/api/prometheus/grafana/api/v1/rules?${query}`);
    return body.data.groups.flatMap(
      (group: { rules: Rule[] }) => group.rules,
    ) as Rule[];
  };
  const rule = async (uid: string) =>
    (await rules()).find(one => one.uid === uid);
  const ruleOf = (uid: string, expr: string, more: object = {}) => ({
    uid,
    title: `Trial ${uid}`,
    folderUID: 'commerce',
    ruleGroup: 'trial',
    condition: 'B',
    data: [
      {
        refId: 'A',
        relativeTimeRange: { from: 600, to: 0 },
        datasourceUid: 'prometheus',
        model: { expr, instant: true },
      },
      {
        refId: 'B',
        datasourceUid: '__expr__',
        model: {
          type: 'threshold',
          expression: 'A',
          conditions: [{ evaluator: { type: 'gt', params: [2] } }],
        },
      },
    ],
    for: '5m',
    labels: { service: 'orders' },
    annotations: {
      summary: '{{ $labels.colour }} is {{ $values.A.Value }}',
      __dashboardUid__: 'd1',
      __panelId__: '4',
    },
    ...more,
  });
  const create = (body: object) =>
    ask('/api/v1/provisioning/alert-rules', { method: 'POST', body });
  const remove = (uid: string) =>
    ask(`/api/v1/provisioning/alert-rules/${uid}`, { method: 'DELETE' });

  it('fires for what has held long enough, and is normal for the rest', async () => {
    const made = await create(
      ruleOf(
        'firing',
        'label_replace(vector(3),"colour","red","","") or label_replace(vector(1),"colour","blue","","")',
      ),
    );
    expect(made).toMatchObject({
      status: 201,
      body: { uid: 'firing', provenance: 'api', noDataState: 'NoData' },
    });
    expect(await rule('firing')).toMatchObject({
      state: 'firing',
      health: 'ok',
      duration: 300,
      folderUid: 'commerce',
      labels: { service: 'orders' },
      totals: { alerting: 1, normal: 1 },
      alerts: expect.arrayContaining([
        {
          labels: {
            alertname: 'Trial firing',
            grafana_folder: 'Commerce',
            service: 'orders',
            colour: 'red',
          },
          annotations: expect.objectContaining({ summary: 'red is 3' }),
          state: 'Alerting',
          activeAt: expect.stringMatching(/Z$/),
          value: '1e+00',
        },
        expect.objectContaining({ state: 'Normal', value: '' }),
      ]),
    });
    expect(await rules('dashboard_uid=d1&panel_id=4')).toHaveLength(1);
    expect(await rules('dashboard_uid=d1&panel_id=5')).toHaveLength(0);
    const { body: ruler } = await ask('/api/ruler/grafana/api/v1/rules');
    expect(ruler.Commerce).toContainEqual(
      expect.objectContaining({ name: 'trial', interval: '10s' }),
    );
    await ask('/api/v1/provisioning/alert-rules/firing', {
      method: 'PUT',
      body: ruleOf('firing', 'vector(1)'),
    });
    expect(await rule('firing')).toMatchObject({ state: 'inactive' });
    await remove('firing');
    expect(await rule('firing')).toBeUndefined();
  });

  it('is pending for what is new, and says when there is no data or an error', async () => {
    const now = Math.floor(Date.now() / 1000);
    await create(ruleOf('new', `vector(3) * (time() > bool ${now - 90})`));
    await create(ruleOf('empty', 'absent(vector(1))'));
    await create(ruleOf('broken', 'up{'));
    await create(ruleOf('resting', 'vector(3)', { isPaused: true }));
    const { status, body } = await create(ruleOf('lost', 'up', { data: [] }));
    expect(status).toBe(400);
    expect(body.message).toMatch(/^invalid alert rule: no queries/);

    expect(await rule('new')).toMatchObject({
      state: 'pending',
      alerts: [{ state: 'Pending' }],
    });
    expect(await rule('empty')).toMatchObject({
      state: 'inactive',
      health: 'nodata',
      alerts: [{ state: 'NoData' }],
    });
    expect(await rule('broken')).toMatchObject({
      state: 'inactive',
      health: 'error',
      lastError: expect.stringContaining('parse error'),
      alerts: [{ state: 'Error' }],
    });
    expect(await rule('resting')).toMatchObject({
      isPaused: true,
      alerts: [],
      lastEvaluation: '0001-01-01T00:00:00Z',
    });
    for (const uid of ['new', 'empty', 'broken', 'resting']) await remove(uid);
  });

  it('fires for an incident of the world', async () => {
    await create(
      ruleOf(
        'incident',
        '3 * (histogram_quantile(0.95, sum by (le) (rate(http_server_request_duration_seconds_bucket{service="orders",environment="production"}[5m]))) > bool 0.35)',
      ),
    );
    expect(await rule('incident')).toMatchObject({ state: 'firing' });
    await remove('incident');
  });

  const silences = '/api/alertmanager/grafana/api/v2/silences';

  it('is muted by silences, which are kept and can be ended', async () => {
    await create(ruleOf('loud', 'vector(3)', { for: '0s' }));
    const alerts = async () =>
      (
        await ask(
          '/api/alertmanager/grafana/api/v2/alerts?filter=__alert_rule_uid__%3Dloud',
        )
      ).body;
    expect(await alerts()).toMatchObject([
      { status: { state: 'active' }, labels: { __alert_rule_uid__: 'loud' } },
    ]);
    const made = await ask(silences, {
      method: 'POST',
      body: {
        matchers: [
          { name: '__alert_rule_uid__', value: 'loud', isRegex: false },
        ],
        startsAt: new Date().toISOString(),
        endsAt: new Date(Date.now() + 3_600_000).toISOString(),
        createdBy: 'sam',
        comment: 'known',
      },
    });
    expect(made.status).toBe(202);
    const { silenceID } = made.body;
    await grafana.restart();
    expect(await alerts()).toMatchObject([
      { status: { state: 'suppressed', silencedBy: [silenceID] } },
    ]);
    expect((await ask(silences)).body).toMatchObject([
      { id: silenceID, status: { state: 'active' }, comment: 'known' },
    ]);
    const one = silences.replace(/s$/, `/${silenceID}`);
    expect(await ask(one, { method: 'DELETE' })).toEqual({
      status: 200,
      body: { message: 'silence deleted' },
    });
    expect((await ask(one)).body.status.state).toBe('expired');
    expect((await ask(`${one}0`)).status).toBe(404);
    expect(await alerts()).toMatchObject([{ status: { state: 'active' } }]);
    const bad = await ask(silences, { method: 'POST', body: { comment: 'x' } });
    expect(bad).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('matchers') },
    });
    await remove('loud');
  });

  it('gives the rules of a data source as it evaluates them', async () => {
    const { body } = await ask('/api/prometheus/prometheus/api/v1/rules');
    expect(body.data.groups[0].rules[0]).toMatchObject({ type: 'alerting' });
    expect(await ask('/api/prometheus/none/api/v1/rules')).toMatchObject({
      status: 404,
    });
    expect(
      (await ask('/api/prometheus/testdata/api/v1/rules')).body.message,
    ).toMatch(/^unexpected datasource type/);
  });
});
