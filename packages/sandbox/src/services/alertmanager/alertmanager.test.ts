import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox, type Sandbox } from '../../createSandbox';

jest.setTimeout(240_000);

const HOUR = 3_600_000;
const at = (offset: number) => new Date(Date.now() + offset).toISOString();

describe('Alertmanager', () => {
  let dataDir: string;
  let sandbox: Sandbox;
  const start = async () => {
    sandbox = await createSandbox({
      dataDir,
      ports: 'free',
      pace: 0.02,
      only: ['alertmanager', 'pagerduty', 'control'],
    });
  };
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'alertmanager-'));
    await start();
  });
  afterAll(async () => {
    await sandbox.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const ask = async (path: string, method = 'GET', body?: unknown) => {
    const response = await fetch(`${sandbox.urls.alertmanager}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : text };
  };
  const incidents = async () => {
    const response = await fetch(`${sandbox.urls.pagerduty}/incidents`, {
      headers: { authorization: 'Token token=pagerduty-sandbox-token' },
    });
    const body = (await response.json()) as {
      incidents: { title: string; status: string }[];
    };
    return body.incidents.map(({ title, status }) => `${title}: ${status}`);
  };
  /** Waits for what Alertmanager tells PagerDuty. */
  const incidentsAre = async (expected: string[]) => {
    const end = Date.now() + 60_000;
    while (JSON.stringify(await incidents()) !== JSON.stringify(expected)) {
      if (Date.now() > end) break;
      await new Promise(resolve => setTimeout(resolve, 25));
    }
    return await incidents();
  };
  const alert = (
    alertname: string,
    labels: object = {},
    rest: object = {},
  ) => ({
    labels: {
      alertname,
      service: 'orders',
      environment: 'production',
      severity: 'warning',
      ...labels,
    },
    annotations: { summary: `${alertname} of orders` },
    ...rest,
  });
  const silence = (matchers: object[], rest: object = {}) => ({
    matchers: matchers.map(one => ({ isRegex: false, isEqual: true, ...one })),
    startsAt: at(0),
    endsAt: at(HOUR),
    createdBy: 'lena',
    comment: 'known',
    ...rest,
  });
  const names = (body: { labels: { alertname: string } }[]) =>
    body.map(({ labels }) => labels.alertname).sort();

  it('gives an alert as it was sent, with the fingerprint that Prometheus computes', async () => {
    const sent = alert('Slow', {}, { generatorURL: 'http://prometheus/graph' });
    expect(await ask('/api/v2/alerts', 'POST', [sent])).toEqual({
      status: 200,
      body: '',
    });
    const { body } = await ask('/api/v2/alerts');
    expect(body).toEqual([
      {
        ...sent,
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
        receivers: [{ name: 'default' }],
        startsAt: expect.any(String),
        endsAt: expect.any(String),
        updatedAt: expect.any(String),
        status: {
          state: 'active',
          silencedBy: [],
          inhibitedBy: [],
          mutedBy: [],
        },
      },
    ]);
    const ends = Date.parse(body[0].endsAt) - Date.parse(body[0].updatedAt);
    expect(ends).toBe(5 * 60_000);
  });

  it('keeps the first start of what is sent again, and drops what is over', async () => {
    await ask('/api/v2/alerts', 'POST', [
      alert('Slow', {}, { startsAt: at(-HOUR) }),
    ]);
    await ask('/api/v2/alerts', 'POST', [alert('Slow')]);
    const { body } = await ask('/api/v2/alerts');
    expect(Date.now() - Date.parse(body[0].startsAt)).toBeGreaterThan(
      HOUR - 1000,
    );
    await ask('/api/v2/alerts', 'POST', [
      alert('Slow', {}, { startsAt: at(-HOUR), endsAt: at(-1) }),
    ]);
    expect((await ask('/api/v2/alerts')).body).toEqual([]);
  });

  it('narrows by filters, receiver and state, and groups', async () => {
    await ask('/api/v2/alerts', 'POST', [
      alert('A', { quote: 'say "hi"' }),
      alert('B', { service: 'cart' }),
    ]);
    const select = async (query: string) =>
      names((await ask(`/api/v2/alerts?${query}`)).body);
    expect(await select('filter=service%3D%22orders%22')).toEqual(['A']);
    expect(await select('filter=service%21%3Dorders')).toEqual(['B']);
    expect(await select('filter=service%3D~%22ord.*%7Cx%22')).toEqual(['A']);
    expect(await select('filter=service%3D~ord')).toEqual([]);
    const quoted = encodeURIComponent('quote="say \\"hi\\""');
    expect(await select(`filter=${quoted}`)).toEqual(['A']);
    expect(await select('receiver=pagerduty')).toEqual([]);
    expect(await select('active=false')).toEqual([]);
    const { body: groups } = await ask('/api/v2/alerts/groups');
    expect(groups).toMatchObject([
      {
        labels: {
          alertname: 'A',
          environment: 'production',
          service: 'orders',
        },
        receiver: { name: 'default' },
        alerts: [{ labels: { alertname: 'A' } }],
      },
      { labels: { alertname: 'B' } },
    ]);
  });

  it('mutes what a silence matches until it is ended', async () => {
    const made = await ask(
      '/api/v2/silences',
      'POST',
      silence([{ name: 'alertname', value: 'A|C', isRegex: true }]),
    );
    const { silenceID } = made.body;
    const muted = await ask('/api/v2/alerts?active=false');
    expect(muted.body).toMatchObject([
      {
        labels: { alertname: 'A' },
        status: { state: 'suppressed', silencedBy: [silenceID] },
      },
    ]);
    const changed = await ask('/api/v2/silences', 'POST', {
      ...(await ask(`/api/v2/silence/${silenceID}`)).body,
      comment: 'longer',
    });
    expect(changed.body).toEqual({ silenceID });
    const anew = await ask(
      '/api/v2/silences',
      'POST',
      silence([{ name: 'alertname', value: 'A' }], { id: silenceID }),
    );
    expect(anew.body.silenceID).not.toBe(silenceID);
    const { body } = await ask('/api/v2/silences');
    expect(
      body.map((one: { status: object; comment: string }) => [
        one.status,
        one.comment,
      ]),
    ).toEqual([
      [{ state: 'active' }, 'known'],
      [{ state: 'expired' }, 'longer'],
    ]);
    await ask(`/api/v2/silence/${anew.body.silenceID}`, 'DELETE');
    expect((await ask('/api/v2/alerts?active=false')).body).toEqual([]);
  });

  it.each([
    [
      silence([]),
      422,
      { code: 612, message: 'matchers in body should have at least 1 items' },
    ],
    [
      { ...silence([{ name: 'a', value: 'b' }]), comment: undefined },
      422,
      { code: 602, message: 'comment in body is required' },
    ],
    [
      silence([{ name: 'a', value: '.*', isRegex: true }]),
      400,
      'silence invalid: at least one matcher must not match the empty string',
    ],
    [
      silence([{ name: 'a b', value: 'c' }]),
      400,
      'silence invalid: invalid label matcher 0: invalid label name "a b"',
    ],
    [
      silence([{ name: 'a', value: '(', isRegex: true }]),
      400,
      'silence invalid: invalid label matcher 0: invalid regular expression "(": error parsing regexp: missing closing ): `(`',
    ],
    [
      silence([{ name: 'a', value: 'b' }], { startsAt: at(2 * HOUR) }),
      400,
      'Failed to create silence: start time must be before end time',
    ],
    [
      silence([{ name: 'a', value: 'b' }], {
        startsAt: at(-2 * HOUR),
        endsAt: at(-HOUR),
      }),
      400,
      "Failed to create silence: end time can't be in the past",
    ],
    [
      silence([{ name: 'a', value: 'b' }], {
        id: '00000000-0000-4000-8000-000000000000',
      }),
      404,
      'silence not found',
    ],
  ])('refuses the silence %j', async (body, status, answer) => {
    expect(await ask('/api/v2/silences', 'POST', body)).toEqual({
      status,
      body: answer,
    });
  });

  it.each([
    ['/api/v2/alerts?filter=%7B', 400, 'bad matcher format: {'],
    [
      '/api/v2/alerts?filter=a%3D~%22(%22',
      400,
      'error parsing regexp: missing closing ): `^(?:()$`',
    ],
    [
      '/api/v2/alerts?filter=a%3D%22b',
      400,
      'matcher value contains unescaped double quote: "b',
    ],
    [
      '/api/v2/silence/x',
      422,
      { code: 601, message: 'silenceID in path must be of type uuid: "x"' },
    ],
    ['/api/v2/silence/00000000-0000-4000-8000-000000000000', 404, ''],
    [
      '/api/v2/nothing',
      404,
      { code: 404, message: 'path /api/v2/nothing was not found' },
    ],
  ])('says what is wrong with %s', async (path, status, body) => {
    expect(await ask(path)).toEqual({ status, body });
  });

  it('takes the valid alerts and complains about the others', async () => {
    const refused = await ask('/api/v2/alerts', 'POST', [
      alert('Kept'),
      { labels: {} },
      alert('Odd', {}, { startsAt: at(0), endsAt: at(-HOUR) }),
    ]);
    expect(refused).toEqual({
      status: 400,
      body: 'at least one label pair required; start time must be before end time',
    });
    expect(names((await ask('/api/v2/alerts')).body)).toContain('Kept');
    expect(await ask('/api/v2/alerts', 'PUT', [])).toEqual({
      status: 405,
      body: {
        code: 405,
        message: 'method PUT is not allowed, but [POST,GET] are',
      },
    });
    const unreadable = await ask('/api/v2/alerts', 'POST', [
      { labels: { a: 3 } },
    ]);
    expect(unreadable).toEqual({
      status: 400,
      body: {
        code: 400,
        message:
          'parsing alerts body from "" failed, because json: cannot unmarshal number into Go struct field Alert.labels of type string',
      },
    });
    expect((await ask('/api/v2/alerts', 'POST', [{}])).body).toEqual({
      code: 602,
      message: '0.labels in body is required',
    });
  });

  it('pages for what pages, once, and says when it is over, also over a restart', async () => {
    const page = (rest: object = {}) =>
      ask('/api/v2/alerts', 'POST', [
        alert('Down', { severity: 'page' }, { startsAt: at(-1000), ...rest }),
        alert('Down', { severity: 'page', environment: 'staging' }),
      ]);
    await page();
    expect(await incidentsAre(['Down of orders: triggered'])).toEqual([
      'Down of orders: triggered',
    ]);
    await sandbox.stop();
    await start();
    await page();
    expect((await ask('/api/v2/alerts?receiver=pagerduty')).body).toMatchObject(
      [{ labels: { alertname: 'Down', environment: 'production' } }],
    );
    await page({ endsAt: at(-1) });
    expect(await incidentsAre(['Down of orders: resolved'])).toEqual([
      'Down of orders: resolved',
    ]);
  });

  it('pages nobody while it is silenced, nor where PagerDuty is away, and then does', async () => {
    const { body } = await ask(
      '/api/v2/silences',
      'POST',
      silence([{ name: 'alertname', value: 'Quiet' }]),
    );
    await ask('/api/v2/alerts', 'POST', [alert('Quiet', { severity: 'page' })]);
    await ask('/api/v2/alerts', 'POST', [alert('Loud', { severity: 'page' })]);
    expect(
      await incidentsAre([
        'Down of orders: resolved',
        'Loud of orders: triggered',
      ]),
    ).toEqual(['Down of orders: resolved', 'Loud of orders: triggered']);
    await fetch(`${sandbox.urls.control}/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        service: 'pagerduty',
        method: 'POST',
        kind: 'status',
        value: 500,
        times: 1,
      }),
    });
    await ask(`/api/v2/silence/${body.silenceID}`, 'DELETE');
    expect(
      await incidentsAre([
        'Down of orders: resolved',
        'Loud of orders: triggered',
        'Quiet of orders: triggered',
      ]),
    ).toEqual([
      'Down of orders: resolved',
      'Loud of orders: triggered',
      'Quiet of orders: triggered',
    ]);
  });

  it('tells of itself, and shows a person what fires and that it is simulated', async () => {
    const { urls } = sandbox;
    const { body } = await ask('/api/v2/status');
    expect(body).toMatchObject({ cluster: { status: 'ready' } });
    expect(body.config.original).toContain('routing_key: <secret>');
    expect((await ask('/api/v2/receivers')).body).toEqual([
      { name: 'default' },
      { name: 'pagerduty' },
    ]);
    for (const path of ['/-/healthy', '/-/ready']) {
      const response = await fetch(`${urls.alertmanager}${path}`);
      expect(await response.text()).toBe('OK');
    }
    const page = await (await fetch(`${urls.alertmanager}/`)).text();
    expect(page).toContain('Simulated');
    expect(page).toContain('Loud of orders');
    const foreign = await fetch(`${urls.alertmanager}/api/v2/alerts`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
    });
    expect(foreign.status).toBe(403);
  });
});
