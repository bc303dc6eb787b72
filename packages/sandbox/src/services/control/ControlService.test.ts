import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { StoredIncidents, type Incident } from '../../incidents';
import { startServices, type Sandbox } from '../../startServices';
import { createWorld } from '../../world';
import { OktaService } from '../okta';
import { ControlService } from './ControlService';

const world = createWorld();

const start = (dataDir: string) =>
  startServices({
    dataDir,
    ports: 'free',
    createServices: context => {
      const components = () => ['orders', 'payouts'];
      const incidents = new StoredIncidents({ kit: context.kit, components });
      return [
        new ControlService({ ...context, world, incidents }),
        new OktaService(context.kit, world),
      ];
    },
  });

describe('ControlService', () => {
  let dataDir: string;
  let sandbox: Sandbox;
  let control: ReturnType<typeof request.agent>;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'sandbox-control-'));
    sandbox = await start(dataDir);
    control = request.agent(sandbox.urls.control);
  });

  afterEach(async () => {
    await sandbox.stop();
    await rm(dataDir, { recursive: true });
  });

  const okta = (path: string) =>
    fetch(`${sandbox.urls.okta}${path}`, {
      headers: { authorization: 'SSWS okta-sandbox-token' },
    });

  it('shows a person which services run, and says that they are simulated', async () => {
    const { text, headers } = await control.get('/').expect(200);
    expect(headers['content-type']).toMatch('text/html');
    expect(text).toContain('everything here is simulated on this machine');
    expect(text).toContain('>Okta<');
    expect(text).toContain(sandbox.urls.okta);
    expect(text).not.toContain('Grafana');
    await control.get('/overview.js').expect(200);
    await control.get('/health').expect(200, {
      status: 'ok',
      services: [
        {
          name: 'control',
          title: 'Control',
          url: sandbox.urls.control,
          listening: true,
        },
        {
          name: 'okta',
          title: 'Okta',
          url: sandbox.urls.okta,
          listening: true,
        },
      ],
    });
  });

  it('lists requests since a given one, without secrets and without those that read the list', async () => {
    await okta('/api/v1/org');
    await okta('/nowhere?code=s3cret');
    const { body } = await control.get('/requests?service=okta').expect(200);
    expect(body).toMatchObject([
      {
        service: 'okta',
        method: 'GET',
        path: '/api/v1/org',
        status: 200,
        caller: expect.any(String),
      },
      { path: '/nowhere?code=***', status: 404, unknownRoute: true },
    ]);
    const { body: later } = await control.get(`/requests?since=${body[0].id}`);
    expect(later).toHaveLength(1);
    await control.get('/requests?limit=1').expect(r => {
      expect(r.body).toHaveLength(1);
    });
  });

  it.each([
    ['/requests?since=yesterday', "'since' is the id of a request"],
    ['/requests?limit=0', 'limit at least 1'],
    ['/requests?service=jira', "not 'jira'"],
  ])('says what is wrong with GET %s', async (path, message) => {
    const { body } = await control.get(path).expect(400);
    expect(body.message).toContain(message);
  });

  it('disturbs as many requests as a fault says, and shows which', async () => {
    const fault = {
      service: 'okta',
      path: '^/api/v1/org',
      kind: 'status',
      value: 503,
      times: 2,
    };
    await control.post('/faults').send(fault).expect(201);
    expect((await okta('/api/v1/org')).status).toBe(503);
    expect((await okta('/api/v1/groups')).status).toBe(200);
    expect((await okta('/api/v1/org')).status).toBe(503);
    expect((await okta('/api/v1/org')).status).toBe(200);
    const { body } = await control.get('/faults');
    expect(body).toMatchObject([{ ...fault, hits: 2 }]);
    expect((await control.get('/')).text).toContain('2 of 2, spent');
    const log = await control.get('/requests?service=okta');
    expect(log.body.map((r: { fault?: string }) => r.fault)).toEqual([
      'status',
      undefined,
      'status',
      undefined,
    ]);
    await control.delete('/faults').expect(200, { cleared: 1 });
    await control.get('/faults').expect(200, []);
  });

  it('ends one fault', async () => {
    const { body } = await control
      .post('/faults')
      .send({ service: 'okta', kind: 'reset' });
    await expect(okta('/api/v1/org')).rejects.toThrow('fetch failed');
    await control.delete(`/faults/${body.id}`).expect(200);
    expect((await okta('/api/v1/org')).status).toBe(200);
    await control.delete('/faults/99').expect(404);
  });

  it.each([
    [{ kind: 'status' }, "'service' must be one of"],
    [{ service: 'control', kind: 'hang' }, `not "control"`],
    [{ service: 'okta', kind: 'slow' }, `'kind' must be one of status`],
    [{ service: 'okta', kind: 'status', value: 200 }, '400 to 599'],
    [{ service: 'okta', kind: 'status', times: 0.5 }, "'times' must be"],
    [{ service: 'okta', kind: 'reset', after: 1 }, "'after' must be true"],
    [{ service: 'okta', kind: 'latency', after: true }, "'after' goes with"],
    [{ service: 'okta', kind: 'hang', path: '(' }, 'not a regular expression'],
    [{ service: 'okta', kind: 'hang', body: '(' }, "'body' is not a regular"],
    [{ service: 'okta', kind: 'hang', method: 3 }, "'method' must be a string"],
    [{ service: 'okta', kind: 'hang', url: '/' }, "'url' is not a key"],
    [[], 'A fault is a JSON object'],
  ])('refuses the fault %j', async (fault, message) => {
    const { body } = await control.post('/faults').send(fault).expect(400);
    expect(body.message).toContain(message);
  });

  it('refuses what does not parse, forms, and pages of other sites', async () => {
    await control.post('/faults').type('json').send('{').expect(400);
    await control
      .post('/faults')
      .type('form')
      .send({ service: 'okta', kind: 'hang' })
      .expect(415);
    await control
      .post('/reset')
      .set('origin', 'https://evil.example')
      .expect(403);
    await control
      .delete('/faults')
      .set('sec-fetch-site', 'cross-site')
      .expect(403);
    await control
      .post('/incidents')
      .set('origin', 'https://evil.example')
      .send({ kind: 'errors', component: 'orders' })
      .expect(403);
    await control.get('/requests').set('host', 'evil.example:7100').expect(403);
    expect((await control.get('/faults')).body).toEqual([]);
  });

  it('starts and ends incidents, which survive a restart', async () => {
    const open = async () =>
      ((await control.get('/incidents')).body as Incident[]).filter(
        one => one.endedAt === undefined,
      );
    const seeded = (await open()).map(one => one.component);
    expect(seeded).toEqual(expect.arrayContaining(['payouts', 'orders']));
    const wanted = { kind: 'errors', component: 'orders' };
    const { body } = await control.post('/incidents').send(wanted).expect(201);
    expect(body).toMatchObject(wanted);
    const again = await control.post('/incidents').send(wanted).expect(409);
    expect(again.body.message).toContain('under way already');
    expect((await control.get('/')).text).toContain(`data-end="${body.id}"`);

    await sandbox.stop();
    sandbox = await start(dataDir);
    control = request.agent(sandbox.urls.control);
    expect(await open()).toContainEqual(body);
    const ended = await control.delete(`/incidents/${body.id}`).expect(200);
    expect(ended.body.endedAt).toBeGreaterThanOrEqual(body.startedAt);
    await control.delete(`/incidents/${body.id}`).expect(409);
    await control.delete('/incidents/none').expect(404);
    expect((await open()).map(one => one.component)).toEqual(seeded);
  });

  it.each([
    [{ component: 'orders' }, "'kind' must be one of latency, errors"],
    [{ kind: 'fire', component: 'orders' }, 'not "fire"'],
    [{ kind: 'toString', component: 'orders' }, 'not "toString"'],
    [{ kind: 'errors' }, "'component' must name"],
    [{ kind: 'errors', component: 'order' }, 'not "order"'],
  ])('refuses the incident %j', async (incident, message) => {
    const { body } = await control.post('/incidents').send(incident);
    expect(body.message).toContain(message);
  });

  it('goes back to the seeded state on reset, on disk too', async () => {
    const groups = async () =>
      ((await (await okta('/api/v1/groups')).json()) as { id: string }[]).map(
        group => group.id,
      );
    const seeded = await groups();
    await fetch(`${sandbox.urls.okta}/api/v1/groups`, {
      method: 'POST',
      headers: {
        authorization: 'SSWS okta-sandbox-token',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ profile: { name: 'made-later' } }),
    });
    expect(await groups()).toHaveLength(seeded.length + 1);
    await control
      .post('/faults')
      .send({ service: 'okta', kind: 'hang', path: '^/x' });

    const { origin } = new URL(sandbox.urls.control);
    await control.post('/reset').set('origin', origin).expect(200);
    expect(await groups()).toEqual(seeded);
    await control.get('/faults').expect(200, []);

    await sandbox.stop();
    sandbox = await start(dataDir);
    expect(await groups()).toEqual(seeded);
  });

  it('answers 404 with what there is', async () => {
    const { body } = await control.get('/nothing').expect(404);
    expect(body.message).toContain('POST /reset');
  });
});
