import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox, type Sandbox } from '../../createSandbox';
import { routingKeyOf } from './routingKey';

jest.setTimeout(240_000);

const EMAIL = 'sam.idowu@mini-org.example';

describe('PagerDuty', () => {
  let dataDir: string;
  let sandbox: Sandbox;
  const start = async () => {
    sandbox = await createSandbox({
      dataDir,
      ports: 'free',
      only: ['pagerduty', 'control'],
    });
  };
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'pagerduty-'));
    await start();
  });
  afterAll(async () => {
    await sandbox.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const ask = async (
    path: string,
    options: {
      method?: string;
      body?: unknown;
      headers?: Record<string, string>;
    } = {},
  ) => {
    const { method = 'GET', body, headers = {} } = options;
    const response = await fetch(`${sandbox.urls.pagerduty}${path}`, {
      method,
      headers: {
        authorization: 'Token token=pagerduty-sandbox-token',
        'content-type': 'application/json',
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return {
      status: response.status,
      headers: response.headers,
      body: await response.json(),
    };
  };
  const as = (email: string) => ({ headers: { from: email } });
  const create = (incident: object, email = EMAIL) =>
    ask('/incidents', { method: 'POST', ...as(email), body: { incident } });
  const orders = { id: 'PORDERS', type: 'service_reference' };
  const enqueue = (event: object) =>
    ask('/v2/enqueue', {
      method: 'POST',
      headers: { authorization: '' },
      body: { routing_key: routingKeyOf('PORDERS'), ...event },
    });

  it('lets only its own token in', async () => {
    const refused = await ask('/services', {
      headers: { authorization: 'Token token=x' },
    });
    expect(refused.status).toBe(401);
    expect(refused.body).toEqual({
      error: { message: 'Authentication failed', code: 2006 },
    });
    expect((await ask('/abilities')).headers.get('ratelimit-limit')).toBe(
      '960',
    );
  });

  it('has the services of the world, page by page', async () => {
    const first = await ask('/services?limit=10&total=true');
    expect(first.body).toMatchObject({ limit: 10, offset: 0, more: true });
    expect(first.body.services).toHaveLength(10);
    const { total } = first.body;
    const rest = await ask(`/services?limit=100&offset=10`);
    expect(rest.body).toMatchObject({ total: null, more: false });
    expect(rest.body.services).toHaveLength(total - 10);
    const one = await ask('/services/PORDERS');
    expect(one.body.service).toMatchObject({
      id: 'PORDERS',
      type: 'service',
      name: 'orders',
      status: 'active',
      escalation_policy: {
        type: 'escalation_policy_reference',
        summary: 'Commerce',
      },
    });
    expect((await ask('/services/PNONE')).body).toEqual({
      error: { message: 'Not Found', code: 2100 },
    });
    expect((await ask('/services?offset=-1')).status).toBe(400);
    expect((await ask('/nothing')).status).toBe(404);
  });

  it('says who is on call: the first of the team this week, its lead at last', async () => {
    const { body } = await ask('/services/PORDERS');
    const policy = body.service.escalation_policy.id;
    const calls = async (query: string) =>
      (await ask(`/oncalls?escalation_policy_ids[]=${policy}&${query}`)).body
        .oncalls;
    const now = await calls('include[]=users');
    expect(now).toMatchObject([
      {
        escalation_level: 1,
        schedule: { summary: 'Commerce primary' },
        user: { name: 'Priya Raman', email: 'priya.raman@mini-org.example' },
      },
      { escalation_level: 2, user: { name: 'Tomás Vidal' } },
      {
        escalation_level: 3,
        schedule: null,
        user: { name: 'Jonas Weber' },
        start: null,
        end: null,
      },
    ]);
    const next = await calls(`since=${now[0].end}`);
    expect(next[0].user).toMatchObject({
      type: 'user_reference',
      summary: 'Tomás Vidal',
    });
    const weeks = await calls(`until=${now[0].end.replace(/T09/, 'T10')}`);
    expect(weeks).toHaveLength(5);
  });

  it('opens an incident once for each key, in the name of a user', async () => {
    const made = await create({
      title: 'Orders are slow',
      service: orders,
      incident_key: 'k',
      body: { type: 'incident_body', details: 'p95' },
    });
    expect(made.status).toBe(201);
    expect(made.body.incident).toMatchObject({
      incident_number: 4412,
      summary: '[#4412] Orders are slow',
      status: 'triggered',
      urgency: 'high',
      service: { id: 'PORDERS' },
      assignments: [{ assignee: { summary: 'Priya Raman' } }],
      last_status_change_by: { summary: 'Sam Idowu' },
    });
    const again = await create({
      title: 'Again',
      service: orders,
      incident_key: 'k',
    });
    expect(again.body.error.errors[0]).toContain(
      'matching dedup key already exists',
    );
    expect(
      (await ask('/incidents', { method: 'POST', body: {} })).body.error.code,
    ).toBe(2016);
    expect((await create({}, 'nobody@x.example')).body.error.code).toBe(1008);
    expect(
      (await create({ title: ' ', service: orders })).body.error.errors,
    ).toEqual(['Title cannot be empty']);
    expect(
      (await create({ title: 'x', service: { id: 'P0' } })).body.error.errors,
    ).toEqual(['Service not found']);
  });

  it('acknowledges, takes notes and resolves, and tells of it', async () => {
    const { body: list } = await ask(
      '/incidents?service_ids[]=PORDERS&statuses[]=triggered',
    );
    const [{ id }] = list.incidents;
    const put = (status: string) =>
      ask('/incidents', {
        method: 'PUT',
        ...as(EMAIL),
        body: { incidents: [{ id, type: 'incident_reference', status }] },
      });
    expect((await put('acknowledged')).body.incidents).toMatchObject([
      {
        status: 'acknowledged',
        acknowledgements: [{ acknowledger: { summary: 'Sam Idowu' } }],
      },
    ]);
    expect((await ask('/services/PORDERS')).body.service.status).toBe(
      'warning',
    );
    const note = await ask(`/incidents/${id}/notes`, {
      method: 'POST',
      ...as(EMAIL),
      body: { note: { content: 'looking' } },
    });
    expect(note.status).toBe(201);
    expect((await ask(`/incidents/${id}/notes`)).body.notes).toMatchObject([
      { content: 'looking', user: { summary: 'Sam Idowu' } },
    ]);
    const request = await ask(`/incidents/${id}/responder_requests`, {
      method: 'POST',
      ...as(EMAIL),
      body: {
        requester_id: 'P1',
        message: 'Help',
        responder_request_targets: [
          { responder_request_target: { id: 'P2', type: 'user_reference' } },
        ],
      },
    });
    expect(request.body.responder_request.message).toBe('Help');
    const done = await ask(`/incidents/${id}`, {
      method: 'PUT',
      ...as(EMAIL),
      body: { incident: { type: 'incident', status: 'resolved' } },
    });
    expect(done.body.incident).toMatchObject({
      status: 'resolved',
      assignments: [],
    });
    expect((await put('acknowledged')).body.error.errors).toEqual([
      'Incident Already Resolved',
    ]);
    const log = await ask(`/incidents/${id}/log_entries`);
    expect(
      log.body.log_entries.map((one: { type: string }) => one.type),
    ).toEqual([
      'resolve_log_entry',
      'annotate_log_entry',
      'acknowledge_log_entry',
      'trigger_log_entry',
    ]);
  });

  it('lists by many services, status and urgency', async () => {
    await create({ title: 'Cart', service: { id: 'PCART01' }, urgency: 'low' });
    const ids = [...Array(30).keys()].map(index => `service_ids[]=P${index}`);
    const list = async (query: string) =>
      (await ask(`/incidents?${query}`)).body.incidents.map(
        (one: { title: string }) => one.title,
      );
    expect(await list(`${ids.join('&')}&service_ids[]=PCART01`)).toEqual([
      'Cart',
    ]);
    expect(await list('urgencies[]=high')).toEqual(['Orders are slow']);
    expect(await list('statuses[]=triggered&statuses[]=acknowledged')).toEqual([
      'Cart',
    ]);
    expect(await list('until=2020-01-01T00:00:00Z')).toEqual([]);
    expect(
      await list('until=2020-01-01T00:00:00Z&date_range=all'),
    ).toHaveLength(2);
  });

  it('takes events of monitoring: one incident a key, resolved with it', async () => {
    const payload = {
      summary: 'Orders down',
      source: 'Prometheus',
      severity: 'critical',
    };
    const fire = { event_action: 'trigger', dedup_key: 'd', payload };
    const { status, body } = await enqueue(fire);
    expect({ status, body }).toEqual({
      status: 202,
      body: { status: 'success', message: 'Event processed', dedup_key: 'd' },
    });
    await enqueue(fire);
    const objects = await fetch(
      `${sandbox.urls.control}/objects?service=pagerduty`,
    );
    expect(await objects.text()).not.toContain('Orders down');
    const find = async () =>
      (await ask('/incidents?incident_key=d')).body.incidents;
    expect(await find()).toMatchObject([
      { title: 'Orders down', status: 'triggered', urgency: 'high' },
    ]);
    await enqueue({ event_action: 'resolve', dedup_key: 'd' });
    expect(await find()).toMatchObject([
      { status: 'resolved', last_status_change_by: { summary: 'Prometheus' } },
    ]);
    await enqueue({ ...fire, payload: { ...payload, severity: 'info' } });
    expect(await find()).toMatchObject([
      { status: 'resolved' },
      { status: 'triggered', urgency: 'low' },
    ]);
  });

  it.each([
    [
      { routing_key: 'short' },
      "Length of 'routing_key' is incorrect (should be 32 characters)",
    ],
    [
      { routing_key: '0'.repeat(32), event_action: 'resolve', dedup_key: 'x' },
      'Invalid routing key',
    ],
    [
      { event_action: 'trigger', payload: { source: 'x', severity: 'info' } },
      "'payload.summary' is missing or blank",
    ],
  ])('refuses the event %j', async (event, problem) => {
    const { status, body } = await enqueue(event);
    expect(status).toBe(400);
    expect(body).toMatchObject({
      status: 'invalid event',
      message: 'Event object is invalid',
    });
    expect(body.errors).toContain(problem);
  });

  it('keeps everything over a restart, rotation included', async () => {
    const people = async () => (await ask('/oncalls?limit=100')).body.oncalls;
    const before = [
      await people(),
      (await ask('/incidents')).body.incidents.length,
    ];
    await sandbox.stop();
    await start();
    const summary = (list: { user: { id: string } }[]) =>
      list.map(one => one.user.id);
    expect(summary(await people())).toEqual(summary(before[0]));
    expect((await ask('/incidents')).body.incidents).toHaveLength(before[1]);
    const { body } = await create({ title: 'Later', service: orders });
    expect(body.incident.incident_number).toBeGreaterThan(4412);
  });

  it('shows a person an incident, which they end, and that it is simulated', async () => {
    const { body } = await create({ title: '<b>Broken</b>', service: orders });
    const { id } = body.incident;
    const page = async (path: string) =>
      (
        await fetch(`${sandbox.urls.pagerduty}${path}`, {
          headers: { accept: 'text/html' },
        })
      ).text();
    const text = await page(`/incidents/${id}`);
    expect(text).toContain('Simulated');
    expect(text).toContain('&lt;b&gt;Broken');
    expect(await page('/')).toContain('nobody is called');
    expect(await page('/page.js')).toContain('button');
    const users = (await ask('/users?query=priya')).body.users;
    const end = (origin: string) =>
      fetch(`${sandbox.urls.pagerduty}/pages/incidents/${id}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: JSON.stringify({ status: 'resolved', userId: users[0].id }),
      });
    expect((await end('https://evil.example')).status).toBe(403);
    expect((await end(sandbox.urls.pagerduty)).status).toBe(204);
    expect(
      (await ask(`/incidents/${id}`)).body.incident.last_status_change_by
        .summary,
    ).toBe('Priya Raman');
  });
});
