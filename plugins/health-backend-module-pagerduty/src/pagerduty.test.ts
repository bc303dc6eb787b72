import { ConfigReader } from '@backstage/config';
import type {
  HealthSignal,
  HealthVerdict,
} from '@portico/plugin-health-common';
import { createSandbox } from '@portico/sandbox';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PagerDutyClient } from './client/PagerDutyClient';
import { readPagerDutySettings } from './config/readPagerDutySettings';
import type { People } from './directory/People';
import { PagerDutyProvider } from './PagerDutyProvider';
import { PagerDutyResponder } from './respond/PagerDutyResponder';

jest.setTimeout(240_000);

type Sandbox = Awaited<ReturnType<typeof createSandbox>>;

const TOKEN = 'pagerduty-sandbox-token';
const SAM = 'sam.idowu@mini-org.example';
const { signal } = new AbortController();
const people: People = {
  find: async emails =>
    new Map(
      emails
        .filter(email => email.startsWith('priya'))
        .map(email => [email, 'user:default/priya.raman']),
    ),
};

const subject = (name: string, ids: string) => ({
  entityRef: `component:default/${name}`,
  entity: {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations: { 'pagerduty.com/service-id': ids } },
  },
});
const orders = subject('orders', 'PORDERS');

describe('PagerDuty', () => {
  let dataDir: string;
  let sandbox: Sandbox;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'health-pagerduty-'));
    sandbox = await createSandbox({
      dataDir,
      ports: 'free',
      only: ['pagerduty', 'control'],
    });
  });
  beforeEach(() => sandbox.reset());
  afterAll(async () => {
    await sandbox.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const settings = (rest: object = {}) => {
    const pagerduty = { token: TOKEN, apiUrl: sandbox.urls.pagerduty, ...rest };
    const read = readPagerDutySettings(
      new ConfigReader({ health: { pagerduty } }),
    );
    if (!read) throw new Error('no settings');
    return read;
  };
  const client = (rest: object = {}, patience: object = {}) =>
    new PagerDutyClient(settings(rest), {
      retries: 1,
      retryDelayMs: 1,
      timeoutMs: 60_000,
      ...patience,
    });
  const provider = (rest: object = {}, patience: object = {}) =>
    new PagerDutyProvider(client(rest, patience), people);
  const collect = (subjects = [orders], from = provider()) =>
    from.collect(subjects, { signal, now: new Date() });

  const post = (path: string, body: unknown, from = SAM) =>
    fetch(`${sandbox.urls.pagerduty}${path}`, {
      method: path.includes('/', 1) ? 'PUT' : 'POST',
      headers: {
        authorization: `Token token=${TOKEN}`,
        'content-type': 'application/json',
        from,
      },
      body: JSON.stringify(body),
    });
  const open = async (serviceId = 'PORDERS', rest: object = {}) => {
    const response = await post('/incidents', {
      incident: {
        title: 'Orders are slow',
        service: { id: serviceId, type: 'service_reference' },
        ...rest,
      },
    });
    const { incident } = (await response.json()) as {
      incident: { id: string };
    };
    return incident.id;
  };
  const setStatus = (id: string, status: string) =>
    post(`/incidents/${id}`, { incident: { type: 'incident', status } });
  const disturb = (fault: object) =>
    fetch(`${sandbox.urls.control}/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ service: 'pagerduty', ...fault }),
    });

  it('says who is on call, and nothing else where there is no incident', async () => {
    const { signals, gaps, onCall, requests } = await collect();
    expect([...signals]).toEqual([]);
    expect(gaps).toEqual([]);
    expect(onCall?.get(orders.entityRef)).toEqual([
      {
        name: 'Priya Raman',
        level: 1,
        until: expect.stringMatching(/T09:00:00Z$/),
        userRef: 'user:default/priya.raman',
      },
      {
        name: 'Tomás Vidal',
        level: 2,
        until: expect.any(String),
        userRef: undefined,
      },
      { name: 'Jonas Weber', level: 3, until: undefined, userRef: undefined },
    ]);
    expect(requests).toBe(3);
  });

  it('tells failing from degraded by urgency and by whether somebody is on it', async () => {
    const first = await open();
    expect((await collect()).signals.get(orders.entityRef)).toEqual([
      expect.objectContaining({
        id: `pagerduty:incident:${first}`,
        kind: 'incident',
        title: 'Incident 4412',
        state: 'failing',
        text: 'triggered',
        detail: 'Orders are slow',
        since: expect.stringMatching(/^\d{4}-/),
        evidence: {
          title: 'PagerDuty',
          url: `${sandbox.urls.pagerduty}/incidents/${first}`,
        },
      }),
    ]);
    await setStatus(first, 'acknowledged');
    await open('PORDERS', { urgency: 'low' });
    expect((await collect()).signals.get(orders.entityRef)).toMatchObject([
      { state: 'degraded', text: 'acknowledged by Sam Idowu' },
      {
        state: 'degraded',
        text: 'triggered',
        detail: 'Orders are slow; low urgency',
      },
    ]);
    await setStatus(first, 'resolved');
    expect((await collect()).signals.get(orders.entityRef)).toHaveLength(1);
  });

  it('takes several services for one entity, and many entities in few requests', async () => {
    await open('PCART01');
    const both = subject('shop', 'PORDERS, PCART01,');
    const many = [...Array(250).keys()].map(index =>
      subject(`s${index}`, `PX${index}`),
    );
    const from = provider();
    const { signals, requests, gaps } = await collect([both, ...many], from);
    expect(signals.get(both.entityRef)).toHaveLength(1);
    // Three lists of incidents, the services, and one of those on call.
    expect(requests).toBe(5);
    expect(gaps).toHaveLength(250);
    expect(gaps[0]).toEqual({
      entityRefs: ['component:default/s0'],
      instance: 'on-call',
      message: expect.stringContaining(
        'PagerDuty has no service PX0: copy the id',
      ),
    });
    expect((await collect([both], from)).requests).toBe(2);
  });

  it('says what it could not learn where PagerDuty answers by half', async () => {
    await open();
    await disturb({ path: '^/oncalls', kind: 'status', value: 500 });
    const half = await collect();
    expect(half.signals.get(orders.entityRef)).toHaveLength(1);
    expect(half.gaps).toEqual([
      {
        instance: 'on-call',
        message: expect.stringContaining(
          'Who is on call is not known: PagerDuty answered 500 to GET /oncalls',
        ),
      },
    ]);

    await disturb({
      path: 'service_ids%5B%5D=PX0&',
      kind: 'status',
      value: 500,
    });
    const many = [...Array(99).keys()].map(index =>
      subject(`s${index}`, `PX${index}`),
    );
    const partly = await collect([...many, subject('last', 'PX99'), orders]);
    expect(partly.signals.get(orders.entityRef)).toHaveLength(1);
    const gap = partly.gaps.find(({ message }) =>
      message.includes('GET /incidents'),
    );
    expect(gap?.entityRefs).toHaveLength(100);
  });

  it('waits as long as it is asked to, and is not stopped by one failure', async () => {
    await open();
    await disturb({
      path: '^/incidents',
      kind: 'status',
      value: 429,
      times: 1,
    });
    await disturb({ path: '^/oncalls', kind: 'reset', times: 1 });
    const { signals, gaps, requests } = await collect();
    expect({ found: signals.size, gaps, requests }).toEqual({
      found: 1,
      gaps: [],
      requests: 5,
    });
  });

  it('fails where it learns nothing, without its token in the message', async () => {
    const refused = await collect(
      [orders],
      provider({ token: 'wrong-secret-token' }),
    ).catch((error: Error) => error.message);
    expect(refused).toBe(
      'PagerDuty answered 401 to GET /incidents: Authentication failed. Check the credential under health.pagerduty, and its rights.',
    );
    await disturb({ kind: 'hang' });
    await expect(
      collect([orders], provider({}, { timeoutMs: 30, retries: 0 })),
    ).rejects.toThrow('no answer within 0.03 s');
  });

  it('stops when the collection is given up', async () => {
    await disturb({ kind: 'hang' });
    const controller = new AbortController();
    const collecting = provider().collect([orders], {
      signal: controller.signal,
      now: new Date(),
    });
    controller.abort(new Error('took too long'));
    await expect(collecting).rejects.toThrow('took too long');
  });

  describe('responses', () => {
    const lena = {
      userRef: 'user:default/lena.fischer',
      name: 'Lena Fischer',
      email: 'engineer@mini-org.example',
    };
    const guest = {
      userRef: 'user:default/guest',
      name: 'Guest',
      email: 'guest@elsewhere.example',
    };
    const verdictOf = async (): Promise<HealthVerdict> => {
      const { signals, onCall } = await collect();
      return {
        entityRef: orders.entityRef,
        title: 'orders',
        state: 'degraded',
        since: '2026-11-20T13:21:00.000Z',
        headline: 'p95 latency 480 ms, objective 300 ms.',
        signals: signals.get(orders.entityRef) ?? ([] as HealthSignal[]),
        onCall: onCall?.get(orders.entityRef),
      } as HealthVerdict;
    };
    const respond = async (
      kind: 'page' | 'acknowledge',
      options: {
        actor?: typeof lena;
        comment?: string;
        from?: string;
        verdict?: HealthVerdict;
      } = {},
    ) => {
      const {
        actor = lena,
        comment,
        from,
        verdict = await verdictOf(),
      } = options;
      const responder = new PagerDutyResponder(client(), { from });
      const offer = responder
        .offers(orders, verdict)
        .find(it => it.kind === kind);
      if (!offer) throw new Error(`no offer to ${kind}`);
      return responder.respond(
        orders,
        offer,
        { id: offer.id, comment },
        { actor, verdict, signal },
      );
    };
    const incidents = async () => client().openIncidents(['PORDERS']);

    it('are to page, and to acknowledge what nobody has', async () => {
      const responder = new PagerDutyResponder(client(), {});
      const titles = async () =>
        responder.offers(orders, await verdictOf()).map(({ title }) => title);
      expect(await titles()).toEqual(['Page Priya Raman']);
      const id = await open();
      expect(await titles()).toEqual([
        'Acknowledge incident 4412',
        'Page Priya Raman',
      ]);
      await setStatus(id, 'acknowledged');
      expect(await titles()).toEqual(['Page Priya Raman']);
    });

    it('acknowledge in the name of whoever asked, or of whom is configured', async () => {
      const first = await open();
      const verdict = await verdictOf();
      const done = await respond('acknowledge', { verdict });
      expect(done).toEqual({
        message: 'Incident 4412 acknowledged',
        url: `${sandbox.urls.pagerduty}/incidents/${first}`,
      });
      expect((await incidents())[0].acknowledgements).toMatchObject([
        { acknowledger: { summary: 'Lena Fischer' } },
      ]);
      expect((await respond('acknowledge', { verdict })).message).toBe(
        'Incident 4412 was acknowledged already, by Lena Fischer',
      );
      await setStatus(first, 'resolved');
      await expect(respond('acknowledge', { verdict })).rejects.toThrow(
        'Incident 4412 has been resolved',
      );

      await open();
      await expect(respond('acknowledge', { actor: guest })).rejects.toThrow(
        'PagerDuty knows no user with the e-mail of Guest',
      );
      await expect(
        respond('acknowledge', { actor: guest, from: 'no@one.example' }),
      ).rejects.toThrow('PagerDuty knows no user no@one.example');
      await respond('acknowledge', { actor: guest, from: SAM });
      expect((await incidents())[0].acknowledgements).toMatchObject([
        { acknowledger: { summary: 'Sam Idowu' } },
      ]);
    });

    it('page whoever is on call once, with the words of whoever asks', async () => {
      await expect(respond('page', { comment: ' ' })).rejects.toThrow(
        'Say in a few words',
      );
      // The answer to the first try is lost; what it made is not made twice.
      await disturb({
        method: 'POST',
        path: '^/incidents',
        kind: 'reset',
        after: true,
        times: 1,
      });
      await respond('page', { comment: 'Checkout hangs' });
      const [incident, ...others] = await incidents();
      expect(others).toEqual([]);
      expect(incident).toMatchObject({
        title: 'orders: p95 latency 480 ms, objective 300 ms.',
        urgency: 'high',
        body: {
          details: expect.stringMatching(
            /^Checkout hangs\n\nLena Fischer \(user:default\/lena\.fischer\) asked/,
          ),
        },
      });
      const again = await respond('page', { comment: 'Still' });
      expect(again.message).toBe(
        `They were paged already: incident ${incident.incident_number} is open`,
      );
      await setStatus(incident.id, 'resolved');
      const anew = await respond('page', { comment: 'Again' });
      expect(anew.message).toMatch(
        /^Incident \d+ opened; PagerDuty calls Priya Raman$/,
      );
    });
  });
});
